// What is used of libyaml: its event parser. Only the Manifests target imports this module.
#ifndef CLIBYAML_SHIM_H
#define CLIBYAML_SHIM_H

#include <yaml.h>

#endif
