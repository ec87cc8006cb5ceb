#ifndef COLOPHON_CATALOGUE_DATA_H
#define COLOPHON_CATALOGUE_DATA_H

#include <stddef.h>

/// A table of the catalogue as it was put into the binary: UTF-8, not terminated by a zero.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} CatalogueTable;

CatalogueTable catalogue_families(void);
CatalogueTable catalogue_checkpoints(void);
CatalogueTable catalogue_facts(void);
CatalogueTable catalogue_index(void);

#endif
