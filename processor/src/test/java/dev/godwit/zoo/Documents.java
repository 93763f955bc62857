package dev.godwit.zoo;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Embeddables that are kept in one column, one or many of them. */
class Documents {

    @Entity
    @Table(name = "folder")
    @SecondaryTable(name = "folder_notes")
    @Comment(on = "folder", value = "what is filed")
    @Comment(on = "folder_notes", value = "what is said about it")
    static class Folder {
        @Id
        Long id;

        @JdbcTypeCode(SqlTypes.JSON)
        Sheet cover;

        @JdbcTypeCode(SqlTypes.JSON_ARRAY)
        Sheet[] sheets;

        @JdbcTypeCode(SqlTypes.JSON_ARRAY)
        List<Sheet> drafts;
    }

    @Embeddable
    static class Sheet {
        String text;
        Integer pages;
    }
}
