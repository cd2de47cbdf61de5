"""Answers Okta's challenge, and puts whoever signs in into a group, by Okta's own API."""
import hmac, json, os, urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ORG, TOKEN, GROUP = (os.environ[n] for n in ("OKTA_CLIENT_ORGURL", "GROUPS_TOKEN", "GROUP_ID"))
SECRET = os.environ["RECEIVER_SECRET"]
members = set()


def add(user):
    request = urllib.request.Request(
        f"{ORG}/api/v1/groups/{GROUP}/users/{user}", method="PUT",
        headers={"Authorization": f"SSWS {TOKEN}"})
    urllib.request.urlopen(request, timeout=2).close()
    members.add(user)
    print(f"{user} is in the group", flush=True)


class Receiver(BaseHTTPRequestHandler):
    def do_GET(self):
        challenge = self.headers.get("X-Okta-Verification-Challenge", "")
        self.answer(200, json.dumps({"verification": challenge}).encode())

    def do_POST(self):
        given = self.headers.get("Authorization", "")
        if not hmac.compare_digest(given.encode(), SECRET.encode()):
            return self.answer(401)
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        try:
            for event in body["data"]["events"]:
                if event["outcome"]["result"] == "SUCCESS" and event["actor"]["id"] not in members:
                    add(event["actor"]["id"])
        except OSError as error:
            print(f"Not added: {error}", flush=True)
            return self.answer(500)  # Okta tries once more.
        self.answer(204)

    def answer(self, status, body=b""):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_): pass


server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Receiver)
print(f"Listening at http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
