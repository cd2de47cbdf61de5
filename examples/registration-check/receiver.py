"""Answers Okta's registration hook: only addresses of partners may register."""
import hmac, json, os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SECRET = os.environ["RECEIVER_SECRET"]
PARTNERS = {"acme.com", "partner.example"}


def decide(email):
    if email.rpartition("@")[2].lower() in PARTNERS:
        return {"commands": [{"type": "com.okta.action.update", "value": {"registration": "ALLOW"}}]}
    return {
        "commands": [{"type": "com.okta.action.update", "value": {"registration": "DENY"}}],
        "error": {"errorSummary": "Registration is for partners. Ask your contact for an invitation."},
    }


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        given = self.headers.get("Authorization", "")
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not hmac.compare_digest(given.encode(), SECRET.encode()):
            return self.answer(401, {})
        email = body["data"]["userProfile"]["email"]
        decision = decide(email)
        print(f"{email}: {decision['commands'][0]['value']['registration']}", flush=True)
        self.answer(200, decision)

    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_): pass


server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Receiver)
print(f"Listening at http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
