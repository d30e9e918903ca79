package dev.reroll.source.http;

import dev.reroll.bytes.Octets;
import java.util.Optional;

/**
 * What a server said.
 *
 * @param status the number of RFC 9110, section 15
 * @param contentType as sent; empty where there is none
 * @param location where else to ask
 * @param retryAfter when to ask again, as sent
 * @param body as it came; never unpacked
 */
public record WebAnswer(
    int status,
    String contentType,
    Optional<String> location,
    Optional<String> retryAfter,
    Octets body) {}
