/** What annotations of a package do to the model. */
@SequenceGenerator(name = "per_package", sequenceName = "package_numbers", allocationSize = 3)
@TableGenerator(name = "package_table", table = "package_counters", pkColumnValue = "crate")
@ConverterRegistration(converter = Crates.ColourConverter.class, autoApply = true)
@JdbcTypeRegistration(value = VarcharJdbcType.class, registrationCode = SqlTypes.UUID)
@FilterDef(name = "heavy", defaultCondition = "weight > 10")
package dev.godwit.packagezoo;

import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import org.hibernate.annotations.ConverterRegistration;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.JdbcTypeRegistration;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;
