package dev.godwit.example.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount in the shop's currency, in whole cents. */
public record Money(BigDecimal amount) {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    public Money {
        amount = amount.setScale(2, RoundingMode.HALF_EVEN);
    }

    public static Money of(String amount) {
        return new Money(new BigDecimal(amount));
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money times(long count) {
        return new Money(amount.multiply(BigDecimal.valueOf(count)));
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
