package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.standard.Site;
import dev.godwit.schema.QualifiedName;

/** What users may do with tables and sequences. */
final class PostgresqlGrants {

    private PostgresqlGrants() {}

    /** A statement that grants on one table, view or sequence what is granted on another. */
    static String copied(Site site, QualifiedName from, QualifiedName to) {
        return """
                do $godwit$ declare held record; begin
                for held in select c.relkind, a.grantee, a.privilege_type, a.is_grantable
                    from pg_class c cross join aclexplode(c.relacl) a
                    where c.oid = to_regclass(%s) and a.grantee <> c.relowner
                loop
                    execute format('grant %%s on %%s %%s to %%s%%s', held.privilege_type,
                        case held.relkind when 'S' then 'sequence' else 'table' end, %s,
                        case held.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(held.grantee)) end,
                        case when held.is_grantable then ' with grant option' else '' end);
                end loop; end $godwit$""".formatted(
                        site.dialect().literal(site.quote(from)), site.dialect().literal(site.quote(to)));
    }
}
