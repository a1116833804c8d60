"""A state hook of evs-conformance: sets volumes up for a run, and takes them back. Python 3.8 or newer, no dependencies.

    EVS_TARGET=https://evs.example.com EVS_PROJECT=0f3b EVS_TOKEN=… python3 hook.py
    npx evs-conformance run --states http://127.0.0.1:9000/ --target …

As it is, it uses the target's own endpoints, and knows volumes that nothing is attached to. Replace the two functions below by
calls of your own cloud: each state more that they can bring a volume into lets the run judge more.
"""
import json
import os
import sys
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TARGET = os.environ.get("EVS_TARGET", "").rstrip("/")
PROJECT = os.environ.get("EVS_PROJECT", "")
TOKEN = os.environ.get("EVS_TOKEN", "")
PORT = int(os.environ.get("HOOK_PORT", "9000"))


class Cannot(Exception):
    """The wish cannot be had here: answered with 422 and the reason, which the report tells."""


# ── yours ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def create_volume(size, status, multiattach, servers, tenant="own", **_):
    """Creates a volume of `size` GB. Comes back once it is in the state that is wished for."""
    if tenant == "other":
        raise Cannot("there is only one project here")
    if status != "available" or servers:
        raise Cannot(f"no volume is made {status} here")
    wish = {"name": "evs-conformance", "size": size, "multiattach": multiattach}
    wish.update(volume_type="SSD", availability_zone="az-1a", count=1)
    job = finished(call("POST", f"/v2/{PROJECT}/cloudvolumes", {"volume": wish})["job_id"])
    return {"project_id": PROJECT, "volume_id": job["entities"]["volume_id"]}


def delete_volume(project_id, volume_id):
    """Deletes it, whatever state the run has left it in. One that is gone already is as good."""
    answer = call("DELETE", f"/v2/{project_id}/cloudvolumes/{volume_id}")
    if "job_id" in answer:
        finished(answer["job_id"])
    return {}


def finished(job_id):
    """The job, once it has succeeded."""
    while True:
        job = call("GET", f"/v1/{PROJECT}/jobs/{job_id}")
        if job["status"] == "SUCCESS":
            return job
        if job["status"] == "FAIL":
            raise RuntimeError(f"job {job_id} failed: {job.get('fail_reason')}")
        time.sleep(0.2)


def call(method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json", **({"X-Auth-Token": TOKEN} if TOKEN else {})}
    request = urllib.request.Request(TARGET + path, data=data, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        if method == "DELETE" and error.code == 404:
            return {}
        raise RuntimeError(f"{method} {path} answered {error.code}: {error.read().decode()}") from error


# ── the protocol: two messages ────────────────────────────────────────────────────────────────────────────────────────


def answer(message):
    """The answer to one message: a status, and what stands in its body."""
    action, params = message.get("action"), message.get("params", {})
    try:
        if action == "setup":
            return 200, create_volume(**params)
        if action == "teardown":
            return 200, delete_volume(**params)
        return 400, {"reason": f"there is no action {action}"}
    except Cannot as error:
        return 422, {"reason": str(error)}
    except Exception as error:  # whatever went wrong, the run is to hear of it
        print(f"{action}: {error}", file=sys.stderr, flush=True)
        return 500, {"reason": str(error)}


class Hook(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        try:
            message = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        except ValueError:
            status, body = 400, {"reason": "the body is no JSON"}
        else:
            status, body = answer(message)
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        """Only what goes wrong is told."""


server = ThreadingHTTPServer(("127.0.0.1", PORT), Hook)
print(f"state hook: http://127.0.0.1:{server.server_address[1]}/", flush=True)
server.serve_forever()
