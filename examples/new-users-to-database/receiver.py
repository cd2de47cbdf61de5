"""Answers Okta's challenge, and writes each user that is created into people.db (SQLite)."""
import hmac, json, os, sqlite3
from http.server import BaseHTTPRequestHandler, HTTPServer

SECRET = os.environ["RECEIVER_SECRET"]
database = sqlite3.connect("people.db")
database.execute("create table if not exists people (id text primary key, login text, name text)")


class Receiver(BaseHTTPRequestHandler):
    def do_GET(self):
        challenge = self.headers.get("X-Okta-Verification-Challenge", "")
        self.answer(200, json.dumps({"verification": challenge}).encode())

    def do_POST(self):
        given = self.headers.get("Authorization", "")
        if not hmac.compare_digest(given.encode(), SECRET.encode()):
            return self.answer(401)
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        users = [
            (target["id"], target["alternateId"], target["displayName"])
            for event in body["data"]["events"] for target in event["target"]
            if target["type"] == "User"]
        # Okta delivers at least once: a row that is there already stays as it is.
        with database:
            database.executemany("insert or ignore into people values (?, ?, ?)", users)
        for user in users:
            print(f"{user[1]} is in the database", flush=True)
        self.answer(204)

    def answer(self, status, body=b""):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_): pass


server = HTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Receiver)
print(f"Listening at http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
