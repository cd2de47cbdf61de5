"""Events as Okta's System Log has them, about 2 KB each: the same for the same seed.

Shape and member order are LogEvent's; what is in them is made up.
"""
import random

# Types and how often they come, as in an org whose people sign in all day.
TYPES = [
    ("user.authentication.sso", 34), ("user.session.start", 20),
    ("user.authentication.auth_via_mfa", 12), ("policy.evaluate_sign_on", 12),
    ("app.oauth2.token.grant.access_token", 8), ("group.user_membership.add", 6),
    ("group.user_membership.remove", 3), ("user.lifecycle.create", 1),
    ("user.lifecycle.deactivate", 1), ("application.user_membership.add", 3),
]
GROUPS = ["Sales", "Marketing", "Legal", "Everyone", "Engineering", "Contractors - EMEA", "Finance"]
CITIES = [("Lisbon", "Lisboa", "Portugal", "1000-001", 38.7167, -9.1333),
          ("München", "Bayern", "Germany", "80331", 48.1374, 11.5755),
          ("São Paulo", "São Paulo", "Brazil", "01000-000", -23.5475, -46.6361),
          ("Portland", "Oregon", "United States", "97201", 45.5234, -122.6762)]
AGENTS = [
    ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
     "Chrome/131.0.0.0 Safari/537.36", "Windows 10", "CHROME"),
    ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
     "Version/18.1 Safari/605.1.15", "Mac OS X", "SAFARI"),
    ("Okta AD Agent/3.18.0 (Microsoft Windows NT 6.3.9600.0; .NET CLR 4.0.30319.42000)",
     "Unknown", "UNKNOWN"),
]

EVENT = (
    '{"actor":{"id":"%(user)s","type":"User","alternateId":"%(login)s","displayName":"%(name)s",'
    '"detailEntry":null},"client":{"userAgent":{"rawUserAgent":"%(agent)s","os":"%(os)s",'
    '"browser":"%(browser)s"},"zone":"null","device":"Computer","id":null,"ipAddress":"%(ip)s",'
    '"geographicalContext":%(place)s},"device":null,"authenticationContext":{'
    '"authenticationProvider":null,"credentialProvider":null,"credentialType":null,"issuer":null,'
    '"interface":null,"authenticationStep":0,"rootSessionId":"%(session)s",'
    '"externalSessionId":"%(session)s"},"displayMessage":"%(message)s","eventType":"%(type)s",'
    '"outcome":%(outcome)s,"published":"%(published)s","securityContext":{"asNumber":%(asn)d,'
    '"asOrg":"example networks inc.","isp":"example networks inc.","domain":"example.net",'
    '"isProxy":false},"severity":"INFO","debugContext":{"debugData":{"requestId":"%(request)s",'
    '"requestUri":"%(uri)s","url":"%(uri)s?%(query)s",'
    '"threatSuspected":"false","targetEventHookIds":"who1a2b3c4d5e6f7g8h9,who9h8g7f6e5d4c3b2a1",'
    '"logOnlySecurityData":"{\\"risk\\":{\\"level\\":\\"LOW\\"},\\"behaviors\\":{'
    '\\"New Geo-Location\\":\\"NEGATIVE\\",\\"New Device\\":\\"NEGATIVE\\",\\"New IP\\":'
    '\\"NEGATIVE\\"}}"}},"legacyEventType":"%(legacy)s","transaction":{"type":"WEB",'
    '"id":"%(request)s","detail":{}},"uuid":"%(uuid)s","version":"0","request":{"ipChain":[{'
    '"ip":"%(ip)s","geographicalContext":null,"version":"V4","source":null}]},'
    '"target":[%(target)s]}\n')
PLACE = (
    '{"city":"%s","state":"%s","country":"%s","postalCode":"%s","geolocation":{"lat":%s,"lon":%s}}')
TARGET = (
    '{"id":"%s","type":"%s","alternateId":"%s","displayName":"%s","detailEntry":%s,'
    '"changeDetails":null}')
SYLLABLES = ["ka", "lo", "mi", "ren", "tas", "ber", "vin", "do", "sha", "qui", "el", "nor"]


def write(path, count, seed=1):
    """Writes so many events to a file, one a line; gives its size in bytes."""
    numbers = random.Random(seed)
    pick, bits = numbers.choice, numbers.getrandbits
    types = numbers.choices([name for name, _ in TYPES], [often for _, often in TYPES], k=count)
    names = ["".join(pick(SYLLABLES) for _ in range(3)).capitalize() + " "
             + "".join(pick(SYLLABLES) for _ in range(3)).capitalize() for _ in range(5000)]
    places = [PLACE % city for city in CITIES]
    start = 1_790_000_000_000
    size = 0
    with open(path, "wb") as file:
        for index, kind in enumerate(types):
            size += file.write(_event(index, kind, names, places, start, pick, bits).encode())
    return size


def _event(index, kind, names, places, start, pick, bits):
    name, other, agent = pick(names), pick(names), pick(AGENTS)
    users = [TARGET % (f"00u{bits(80):020x}"[:20], "User", _login(other), other, "null")]
    if kind.startswith("group."):
        group = TARGET % (f"00g{bits(80):020x}"[:20], "UserGroup", "unknown", pick(GROUPS), "null")
        target = ",".join(users + [group])
    elif kind.startswith("user.lifecycle"):
        target = users[0]
    else:
        app = TARGET % (f"0oa{bits(80):020x}"[:20], "AppInstance", "Office \\\"365\\\"",
                        "Microsoft Office 365", '{"signOnModeType":"SAML_2_0"}')
        target = ",".join([app] + users)
    return EVENT % {
        "user": f"00u{bits(80):020x}"[:20], "login": _login(name), "name": name,
        "agent": agent[0], "os": agent[1], "browser": agent[2],
        "ip": f"{bits(7) + 1}.{bits(8)}.{bits(8)}.{bits(8)}", "place": pick(places),
        "session": f"idx{bits(96):024x}", "message": f"What happened was {kind}", "type": kind,
        "outcome": '{"result":"SUCCESS","reason":null}' if bits(4) else
                   '{"result":"FAILURE","reason":"INVALID_CREDENTIALS"}',
        "published": _stamp(start + index * 86), "asn": bits(16), "request": f"{bits(104):026x}",
        "uri": f"/api/v1/{kind.replace('.', '/')}",
        "query": f"from={bits(32)}&cursor={bits(64):016x}",
        "legacy": "core." + kind, "uuid": f"{bits(128):032x}", "target": target,
    }


def _login(name):
    return name.lower().replace(" ", ".") + "@example.com"


def _stamp(milliseconds):
    """A time of the System Log's form; months are not needed, since a log keeps 90 days."""
    import time
    seconds, rest = divmod(milliseconds, 1000)
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{rest:03}Z"
