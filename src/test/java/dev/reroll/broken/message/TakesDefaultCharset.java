package dev.reroll.broken.message;

import java.nio.charset.Charset;

record TakesDefaultCharset() {
  Charset charset() {
    return Charset.defaultCharset();
  }
}
