"use strict";
// Keys, the remembered view, and links to places. The page is whole without any of it.
(() => {
  const root = document.documentElement;
  const views = [...document.querySelectorAll(".views input")];
  const help = document.getElementById("help");
  const said = document.getElementById("said");
  const KEY = "reroll.view";
  let silence = 0;
  let lastChange = null;

  const bar = () => document.querySelector(".bar").getBoundingClientRect().height;
  const seen = (element) => element.checkVisibility({ contentVisibilityAuto: false });
  const patches = () => [...document.querySelectorAll(".patch")].filter(seen);
  const calm = { behavior: "instant", block: "start" };

  function say(words) {
    said.textContent = words;
    clearTimeout(silence);
    silence = setTimeout(() => { said.textContent = ""; }, 2500);
  }

  // The store may be missing: a page can be opened from a file or a mail.
  function remembered() {
    try { return localStorage.getItem(KEY); } catch { return null; }
  }
  function remember(id) {
    try { localStorage.setItem(KEY, id); } catch { /* then the next page begins anew */ }
  }

  // Unfolds what holds an element, and shows the view that it is in.
  function reveal(element) {
    for (let at = element; at; at = at.parentElement) {
      if (at.localName === "details" && !at.classList.contains("legend")) at.open = true;
    }
    if (element.localName === "section" && element.firstElementChild.localName === "details") {
      element.firstElementChild.open = true;
    }
    if (element.closest("#end")) select("view-end");
    else if (element.closest(".range")) select("view-range");
    else if (element.closest(".side")) select("view-side");
    else if (element.closest("#patches, #cover") && document.querySelector("#view-end:checked")) select("view-range");
  }
  function land() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (target) {
      reveal(target);
      target.scrollIntoView(calm);
    }
  }

  function select(id) {
    const input = document.getElementById(id);
    if (input) input.checked = true;
  }
  // Keeps the patch that is being read where it is while the view changes.
  function switchView() {
    if (views.length === 0) return;
    const patch = current();
    const top = patch ? patch.getBoundingClientRect().top : 0;
    const next = views[(views.findIndex((view) => view.checked) + 1) % views.length];
    next.checked = true;
    remember(next.id);
    const still = patch && seen(patch);
    if (patch && !still) {
      mark(null);
      lastChange = null;
      scrollTo({ top: 0, behavior: "instant" });
    }
    if (still) scrollBy(0, patch.getBoundingClientRect().top - Math.max(top, bar() + 80 - patch.offsetHeight));
    say(next.parentElement.textContent.trim());
  }

  // The patch that a key went to last, until one scrolls by hand: at the end of a page it may not
  // reach the top. Else the one whose heading is at the top.
  let here = null;
  function current() {
    if (here) return here;
    const edge = bar() + 4;
    return patches().filter((patch) => patch.getBoundingClientRect().top <= edge).pop();
  }
  function mark(patch) {
    if (here) here.classList.remove("here");
    if (patch) patch.classList.add("here");
    here = patch;
  }
  function goToPatch(step) {
    const all = patches();
    const at = all.indexOf(current());
    const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
    if (!next) return;
    lastChange = null;
    mark(next);
    next.scrollIntoView(calm);
    next.querySelector("summary").focus({ preventScroll: true });
  }

  // A change is a hunk, or the first of the changed rows that follow each other.
  function changes() {
    return [...document.querySelectorAll(".hunk:not(.noise), .side tr, #cover .letter p:not(.kept)")].filter((element) => {
      if (element.localName === "tr") {
        if (!isChanged(element)) return false;
        const before = element.previousElementSibling;
        if (before && isChanged(before)) return false;
      }
      return seen(element);
    });
  }
  const isChanged = (row) => row.querySelector('td:not([class^="u"])') !== null && row.parentElement.localName === "tbody";
  function goToChange(step) {
    const all = changes();
    if (all.length === 0) return;
    const edge = bar() + 60;
    let at = all.indexOf(lastChange);
    const seen = at >= 0 && Math.abs(lastChange.getBoundingClientRect().top - edge) < innerHeight;
    if (!seen) {
      const above = all.filter((change) => change.getBoundingClientRect().top < edge - 4).length;
      at = step > 0 ? above - 1 : above;
    }
    lastChange = all[Math.max(0, Math.min(all.length - 1, at + step))];
    scrollTo({ top: scrollY + lastChange.getBoundingClientRect().top - edge, behavior: "instant" });
    const patch = lastChange.closest(".patch");
    mark(patch);
    point(lastChange);
  }
  function point(change) {
    document.querySelectorAll("[data-at]").forEach((old) => old.removeAttribute("data-at"));
    change.setAttribute("data-at", "");
  }

  function fold() {
    const patch = current() || patches()[0];
    const details = patch && patch.querySelector("details");
    if (!details) return;
    details.open = !details.open;
    if (patch.getBoundingClientRect().top < bar()) patch.scrollIntoView(calm);
    say(details.open ? "unfolded" : "folded");
  }
  function foldAll() {
    const all = [...document.querySelectorAll(".patch > details")];
    const open = all.some((details) => !details.open);
    const patch = current();
    all.forEach((details) => { details.open = open; });
    if (patch) patch.scrollIntoView(calm);
    say(open ? "all unfolded" : "all folded");
  }
  async function copyLink() {
    const place = lastChange && lastChange.isConnected && lastChange.id ? lastChange : current();
    const url = new URL(location.href);
    url.hash = place ? place.id : "";
    history.replaceState(null, "", url);
    try {
      await navigator.clipboard.writeText(url.href);
      say("link copied");
    } catch {
      say("the link is in the address bar");
    }
  }
  function toggleHelp() {
    if (help.open) help.close(); else help.showModal();
  }

  const keys = {
    j: () => goToPatch(1),
    k: () => goToPatch(-1),
    n: () => goToChange(1),
    p: () => goToChange(-1),
    v: switchView,
    o: fold,
    O: foldAll,
    c: copyLink,
    s: () => { mark(null); scrollTo({ top: 0, behavior: "instant" }); },
    "?": toggleHelp,
  };
  addEventListener("keydown", (event) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    const typing = event.target.isContentEditable || /^(textarea|select)$/.test(event.target.localName);
    if (/^(Page|Arrow|Home|End| )/.test(event.key)) mark(null);
    const key = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (!key || modified || typing || (help.open && event.key !== "?")) return;
    event.preventDefault();
    key();
  });
  for (const type of ["wheel", "touchmove", "mousedown"]) {
    addEventListener(type, () => mark(null), { passive: true });
  }
  views.forEach((view) => view.addEventListener("change", () => remember(view.id)));
  addEventListener("hashchange", land);
  // A legend that hangs over the page goes when one clicks beside it.
  addEventListener("click", (event) => {
    const legend = document.getElementById("legend");
    if (legend && legend.open && !legend.contains(event.target)) legend.open = false;
  });

  root.classList.add("scripted");
  const before = remembered();
  if (before && views.some((view) => view.id === before)) select(before);
  land();
})();
