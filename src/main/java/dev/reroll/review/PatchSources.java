package dev.reroll.review;

import java.util.List;

/** The patches of both versions as text. */
record PatchSources(List<PatchSource> before, List<PatchSource> after) {}
