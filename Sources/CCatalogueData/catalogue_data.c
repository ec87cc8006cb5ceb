#include "catalogue_data.h"

static const unsigned char families[] = {
#embed "data/families.tsv"
};

static const unsigned char checkpoints[] = {
#embed "data/checkpoints.tsv"
};

static const unsigned char facts[] = {
#embed "data/facts.tsv"
};

static const unsigned char phrase_index[] = {
#embed "data/index.bin"
};

CatalogueTable catalogue_families(void) {
  return (CatalogueTable){families, sizeof families};
}

CatalogueTable catalogue_checkpoints(void) {
  return (CatalogueTable){checkpoints, sizeof checkpoints};
}

CatalogueTable catalogue_facts(void) {
  return (CatalogueTable){facts, sizeof facts};
}

CatalogueTable catalogue_index(void) {
  return (CatalogueTable){phrase_index, sizeof phrase_index};
}
