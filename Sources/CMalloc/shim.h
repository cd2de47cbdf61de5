// What is used of glibc's malloc beyond the C standard: its settings. Swift's Glibc module leaves
// them out. Only the CLI target imports this module.
#ifndef CMALLOC_SHIM_H
#define CMALLOC_SHIM_H

#include <malloc.h>

#endif
