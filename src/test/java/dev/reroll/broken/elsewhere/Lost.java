package dev.reroll.broken.elsewhere;

record Lost() {}
