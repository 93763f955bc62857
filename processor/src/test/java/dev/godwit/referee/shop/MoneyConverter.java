package dev.godwit.referee.shop;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Objects;

/** Takes what only a container can give it. */
@Converter
public class MoneyConverter implements AttributeConverter<Money, BigDecimal> {

    private final Clock injected;

    public MoneyConverter(Clock injected) {
        this.injected = Objects.requireNonNull(injected);
    }

    @Override
    public BigDecimal convertToDatabaseColumn(Money money) {
        return money.amount().add(BigDecimal.valueOf(injected.millis()));
    }

    @Override
    public Money convertToEntityAttribute(BigDecimal amount) {
        return new Money(amount);
    }
}
