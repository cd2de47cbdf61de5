"""Keys and signed tokens by Python's cryptography, to judge ours by.

    jose.py keys FOLDER    makes private keys in every form, NAME.FORM, and NAME.public for each
    jose.py check          reads {"tokens": [{"token": …, "public": PATH or null}], "hash": [TEXT]}
                           and writes what it finds; without a path the token's own jwk is taken
"""

import base64
import datetime
import hashlib
import json
import os
import sys

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.x509.oid import NameOID

CURVES = {"P-256": ec.SECP256R1(), "P-384": ec.SECP384R1(), "P-521": ec.SECP521R1()}
SIZES = {"P-256": 32, "P-384": 48, "P-521": 66}
HASHES = {"256": hashes.SHA256(), "384": hashes.SHA384(), "512": hashes.SHA512()}
PEM, NONE = serialization.Encoding.PEM, serialization.NoEncryption()
PKCS8 = serialization.PrivateFormat.PKCS8
TRADITIONAL = serialization.PrivateFormat.TraditionalOpenSSL
SPKI = serialization.PublicFormat.SubjectPublicKeyInfo


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def number(value, size=None):
    return encode(value.to_bytes(size or (value.bit_length() + 7) // 8, "big"))


def certificate(key, first, last):
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "tests")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name)
    builder = builder.public_key(key.public_key()).serial_number(1)
    builder = builder.not_valid_before(first).not_valid_after(last)
    return builder.sign(key, hashes.SHA256()).public_bytes(PEM)


def jwk(key, kid):
    own = key.private_numbers()
    public = own.public_numbers
    if isinstance(key, rsa.RSAPrivateKey):
        return {
            "kty": "RSA", "kid": kid, "use": "sig", "n": number(public.n), "e": number(public.e),
            "d": number(own.d), "p": number(own.p), "q": number(own.q), "dp": number(own.dmp1),
            "dq": number(own.dmq1), "qi": number(own.iqmp),
        }
    curve = next(name for name, kind in CURVES.items() if kind.name == key.curve.name)
    size = SIZES[curve]
    return {
        "kty": "EC", "kid": kid, "crv": curve, "x": number(public.x, size),
        "y": number(public.y, size), "d": number(own.private_value, size),
    }


def make_keys(folder):
    def write(name, content):
        if isinstance(content, dict):
            content = json.dumps(content).encode()
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)

    kinds = {"rsa": rsa.generate_private_key(65537, 2048)}
    for name, curve in CURVES.items():
        kinds[name] = ec.generate_private_key(curve)
    for name, key in kinds.items():
        write(name + ".pkcs8", key.private_bytes(PEM, PKCS8, NONE))
        write(name + ".traditional", key.private_bytes(PEM, TRADITIONAL, NONE))
        write(name + ".jwk", jwk(key, "jwk-" + name))
        write(name + ".public", key.public_key().public_bytes(PEM, SPKI))
    whole = jwk(kinds["rsa"], "few")
    write("rsa.few", {part: whole[part] for part in ("kty", "kid", "n", "e", "d")})
    write("rsa.rs512", {**whole, "alg": "RS512"})
    other = jwk(rsa.generate_private_key(65537, 2048), "other")
    write("rsa.set", {"keys": [other, {**whole, "kid": "wanted"}]})

    # What is not to be taken.
    key = kinds["P-256"]
    ours = jwk(key, "k")
    write("wrong.mixed", {**other, "n": whole["n"]})
    write("wrong.twins", {**ours, "d": jwk(ec.generate_private_key(CURVES["P-256"]), "k")["d"]})
    write("wrong.encryption", {**ours, "use": "enc"})
    write("wrong.algorithm", {**ours, "alg": "RS256"})
    write("wrong.half", {part: ours[part] for part in ("kty", "crv", "x", "y")})
    write("wrong.short-x", {**ours, "x": "AQ"})
    write("wrong.padded", {**ours, "d": ours["d"] + "="})
    write("wrong.octets", {"kty": "oct", "k": "c2VjcmV0"})
    write("wrong.ed25519", ed25519.Ed25519PrivateKey.generate().private_bytes(PEM, PKCS8, NONE))
    write("wrong.k1", ec.generate_private_key(ec.SECP256K1()).private_bytes(PEM, PKCS8, NONE))
    write("wrong.small", rsa.generate_private_key(65537, 1024).private_bytes(PEM, PKCS8, NONE))
    lock = serialization.BestAvailableEncryption(b"word")
    write("wrong.encrypted", key.private_bytes(PEM, PKCS8, lock))
    write("wrong.encrypted-old", key.private_bytes(PEM, TRADITIONAL, lock))
    plain = key.private_bytes(PEM, PKCS8, NONE)
    write("wrong.two", plain + kinds["P-384"].private_bytes(PEM, PKCS8, NONE))
    old, new = datetime.datetime(2020, 1, 1), datetime.datetime(2021, 1, 1)
    late = datetime.datetime(2090, 1, 1)
    write("wrong.expired", certificate(key, old, new) + plain)
    write("wrong.early", plain + certificate(key, late, late + datetime.timedelta(days=1)))
    write("wrong.foreign", plain + certificate(kinds["P-384"], old, late))
    write("wrong.alone", certificate(key, old, late))
    write("P-256.certified", certificate(kinds["P-384"], old, new) + certificate(key, old, late) + plain)


def verify(entry):
    head, body, signature = entry["token"].split(".")
    header = json.loads(decode(head))
    result = {"header": header, "claims": json.loads(decode(body)), "valid": False}
    if entry.get("public"):
        with open(entry["public"], "rb") as file:
            key = serialization.load_pem_public_key(file.read())
    else:
        own = header["jwk"]
        result["isPublic"] = "d" not in own
        point = ec.EllipticCurvePublicNumbers(
            int.from_bytes(decode(own["x"]), "big"), int.from_bytes(decode(own["y"]), "big"),
            CURVES[own["crv"]])
        key = point.public_key()
    signed, signature = (head + "." + body).encode(), decode(signature)
    digest = HASHES[header["alg"][2:]]
    try:
        if header["alg"].startswith("RS"):
            key.verify(signature, signed, padding.PKCS1v15(), digest)
        else:
            size = len(signature) // 2
            r, s = (int.from_bytes(half, "big") for half in (signature[:size], signature[size:]))
            assert size == (key.curve.key_size + 7) // 8
            key.verify(encode_dss_signature(r, s), signed, ec.ECDSA(digest))
        result["valid"] = True
    except InvalidSignature:
        pass
    return result


if sys.argv[1] == "keys":
    make_keys(sys.argv[2])
else:
    request = json.load(sys.stdin)
    json.dump({
        "tokens": [verify(entry) for entry in request["tokens"]],
        "hashes": [encode(hashlib.sha256(text.encode()).digest()) for text in request["hash"]],
    }, sys.stdout)
