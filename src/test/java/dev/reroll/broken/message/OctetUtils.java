package dev.reroll.broken.message;

record OctetUtils() {}
