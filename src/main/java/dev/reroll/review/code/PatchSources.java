package dev.reroll.review.code;

import java.util.List;

/** The patches of both versions as text. */
public record PatchSources(List<PatchSource> before, List<PatchSource> after) {}
