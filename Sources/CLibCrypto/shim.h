// What is used of OpenSSL's libcrypto. Only the targets Cryptography and LabServers import this
// module, each for itself.
#ifndef CLIBCRYPTO_SHIM_H
#define CLIBCRYPTO_SHIM_H

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

// Macros that Swift cannot see, since they are computed.
static const int tenterhook_pkey_keypair = EVP_PKEY_KEYPAIR;
static const int tenterhook_pkey_public = EVP_PKEY_PUBLIC_KEY;

#endif
