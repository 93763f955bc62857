package dev.godwit.referee.shop;

import java.math.BigDecimal;

/** An amount. */
public record Money(BigDecimal amount) {}
