package dev.reroll.broken.unmarked;

record PackageWithoutInfo() {}
