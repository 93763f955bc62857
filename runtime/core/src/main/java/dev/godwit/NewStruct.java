package dev.godwit;

/** The attributes of a structured type, in the order that the database keeps. */
public interface NewStruct {

    NewStruct attribute(String name, ColumnSpec type);
}
