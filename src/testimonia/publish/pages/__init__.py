"""Pages: what people see, in the workbench and in a static site alike: a record for each page, and how it is laid out."""
