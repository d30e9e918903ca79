package dev.reroll.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Drives a real Chromium, which sees nothing but the pages of a test. */
final class Browser implements AutoCloseable {
  private static final Path SHOTS = Path.of("target", "screenshots");

  /** Runs before any page: notes what a page must not do; a page without a query starts anew. */
  private static final String WATCH =
      "window.violations = []; window.ran = [];"
          + "document.addEventListener('securitypolicyviolation',"
          + " e => violations.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));"
          + "try { if (!location.search) localStorage.clear(); } catch { }"
          + "for (const name of ['alert', 'confirm', 'prompt'])"
          + " window[name] = text => { ran.push(name + ' ' + text); };";

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts one; skips the test where there is none, and fails it where one is required. */
  static Browser start() {
    Optional<Path> chromium = find("chromium", "chromium-browser", "google-chrome");
    Optional<Path> chromedriver = find("chromedriver");
    if (chromium.isEmpty() || chromedriver.isEmpty()) {
      String why = "chromium and its driver are not installed";
      if ("required".equals(System.getenv("REROLL_LIVE"))) {
        fail(why);
      }
      abort(why);
    }
    ChromeDriver driver = driver(chromium.orElseThrow(), chromedriver.orElseThrow());
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
    return new Browser(driver);
  }

  private static Optional<Path> find(String... names) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(names)
        .flatMap(
            name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static ChromeDriver driver(Path chromium, Path chromedriver) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--window-size=1280,900");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    // With the driver named, Selenium looks for none, here or on the network.
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.toFile()).build();
    return new ChromeDriver(service, options);
  }

  Browser size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    return this;
  }

  /** Prefers {@code dark} or {@code light} colours. */
  Browser colors(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    return this;
  }

  Browser withScript(boolean enabled) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !enabled));
    return this;
  }

  /** Opens a page anew; {@code anchor} is what follows its {@code #}, or nothing. */
  Browser open(Path page, String anchor) {
    driver.get("about:blank");
    log();
    driver.get(page.toUri() + (anchor.isEmpty() ? "" : "#" + anchor));
    return this;
  }

  /** Returns what the browser said since the last question. */
  List<String> log() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Asserts that the page ran nothing of its content, broke no rule, and left no message. */
  void assertQuiet() {
    assertThat(log()).isEmpty();
    assertThat(list("return window.violations")).isEmpty();
    assertThat(list("return window.ran")).isEmpty();
  }

  /** Asserts that axe finds nothing serious or critical. */
  void assertAccessible() {
    List<String> found =
        new AxeBuilder()
            .analyze(driver).getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(Browser::words)
                .toList();
    assertThat(found).isEmpty();
  }

  private static String words(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + "\n" + rule.getNodes().stream().limit(3).toList();
  }

  /** Asserts that one need not scroll sideways to read the page. */
  void assertFitsWidth() {
    assertThat(number("return document.documentElement.scrollWidth - innerWidth"))
        .as("pixels too wide")
        .isLessThanOrEqualTo(0);
  }

  Object run(String script, Object... arguments) {
    return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
  }

  List<?> list(String script) {
    return (List<?>) run(script);
  }

  double number(String script, Object... arguments) {
    return ((Number) run(script, arguments)).doubleValue();
  }

  boolean isTrue(String script, Object... arguments) {
    return Boolean.TRUE.equals(run(script, arguments));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  void type(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Types keys while {@code held} is down. */
  void typeHolding(Keys held, CharSequence keys) {
    new Actions(driver).keyDown(held).sendKeys(keys).keyUp(held).perform();
  }

  /** Keeps a picture of what is seen, for people to look at. */
  void shoot(String name) throws IOException {
    Files.createDirectories(SHOTS);
    Files.write(SHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
