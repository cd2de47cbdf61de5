"""The rows of a log's replay: ours, Spring with Jackson, and jq, on the same events in one run.

Rates on one core are by CPU time, of processes that are held on one core; what two cores give is by
wall time. Others are run on a tenth of the events where the whole would take more than a minute.
"""
import json, os, shutil, statistics, subprocess, sys, tempfile, time

import log_events

EVENTS = 1_000_000
SLICE = 100_000
LONGEST = 60
TYPES = ["group.user_membership.add", "user.lifecycle.create", "user.lifecycle.deactivate"]
FILTER = "event.target.?[type eq 'UserGroup' && displayName eq 'Sales'].size() > 0"
SELECTION = (
    f'reduce (inputs | select(.eventType == "{TYPES[1]}" or .eventType == "{TYPES[2]}" or '
    f'.eventType == "{TYPES[0]}" and any(.target[]?; .type == "UserGroup" and '
    '.displayName == "Sales"))) as $event (0; . + 1)')
JARS = ["spring3-expression", "spring3-core", "commons-logging", "jackson-core",
        "jackson-databind", "jackson-annotations"]
MANIFEST = f"""version: 1
orgs: {{ lab: {{ url: 'https://example.okta.com', auth: {{ api_token: {{ env: BENCH_TOKEN }} }} }} }}
endpoints:
  receiver:
    url: https://example.com/hook
    auth: {{ header: Authorization, value: {{ env: BENCH_SECRET }} }}
event_hooks:
  movers:
    endpoint: receiver
    events: [{', '.join(TYPES)}]
    filters:
      {TYPES[0]}: "{FILTER}"
"""


class Run:
    """One process: wall and CPU seconds, peak MiB, and what it said."""

    def __init__(self, arguments, folder, cores):
        with tempfile.TemporaryFile() as output:
            began = time.perf_counter()
            process = subprocess.Popen(
                ["taskset", "-c", cores, *arguments], cwd=folder, stdout=output,
                env=dict(os.environ, BENCH_TOKEN="bench-token", BENCH_SECRET="bench-secret"))
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - began
            if status != 0:
                sys.exit(f"bench: {' '.join(arguments[:4])} failed")
            output.seek(0)
            self.said = output.read().decode()
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024


def rows(program, runs):
    folder = tempfile.mkdtemp()
    try:
        return _rows(program, min(runs, 5), folder)
    finally:
        shutil.rmtree(folder)


def _rows(program, runs, folder):
    log, part = os.path.join(folder, "log.jsonl"), os.path.join(folder, "slice.jsonl")
    size = log_events.write(log, EVENTS)
    with open(log, "rb") as whole, open(part, "wb") as slice_:
        for _ in range(SLICE):
            slice_.write(whole.readline())
    with open(os.path.join(folder, "tenterhook.yaml"), "w") as file:
        file.write(MANIFEST)
    cores = sorted(os.sched_getaffinity(0))
    first, both = str(cores[0]), ",".join(str(core) for core in cores[:2])

    def ours(path, where):
        return Run([program, "filter", "replay", "event_hook.movers", "--log", path, "--offline",
                    "--format", "json"], folder, where)

    ours(log, both)
    one, two = [], []
    for _ in range(runs):
        one.append(ours(log, first))
        two.append(ours(log, both))
    delivered = {path: json.loads(ours(path, both).said)["desired"]["delivered"]
                 for path in (log, part)}
    cpu = statistics.median(run.cpu for run in one)
    result = [
        (f"replay, {EVENTS:,} events ({size / 1e9:.1f} GB), one core",
         f"{EVENTS / cpu:,.0f} events/s, {size / cpu / 1e6:,.0f} MB/s", "–"),
        ("peak memory: the same, two cores", f"{max(run.memory for run in two):.1f} MiB", "–"),
        (f"peak memory: {SLICE:,} events", f"{ours(part, both).memory:.1f} MiB", "–")]
    if len(cores) > 1:
        wall = statistics.median(run.wall for run in two)
        ratio = statistics.median(a.wall / b.wall for a, b in zip(one, two))
        result += [
            ("replay, two cores", f"{EVENTS / wall:,.0f} events/s, {size / wall / 1e6:,.0f} MB/s",
             "–"),
            ("two cores over one", f"{ratio:.2f} ×", "1.8 ×")]

    def other(name, missing, arguments, counted):
        """The rows of another program: its rate, and ours over it."""
        if missing:
            return [(f"{name}, one core", f"skipped: no {missing}", "–")]
        run, count, path = Run(arguments(part), folder, first), SLICE, part
        if run.cpu * EVENTS / SLICE < LONGEST:
            several = [Run(arguments(log), folder, first) for _ in range(3)]
            run, count, path = sorted(several, key=lambda run: run.cpu)[1], EVENTS, log
        if counted(run.said) != delivered[path]:
            sys.exit(f"bench: {name} delivers {counted(run.said)}, and we {delivered[path]}")
        bar = "5 ×" if name.startswith("Spring") else "–"
        return [(f"{name}, {count:,} events, one core", f"{count / run.cpu:,.0f} events/s", "–"),
                (f"replay over {name}", f"{EVENTS / cpu * run.cpu / count:.1f} ×", bar)]

    jars = [f"/usr/share/java/{name}.jar" for name in JARS]
    missing = next((path for path in jars if not os.path.exists(path)), None)
    if not shutil.which("javac"):
        missing = "javac"
    if not missing:
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "SpringReplay.java")
        subprocess.run(["javac", "-cp", ":".join(jars), "-d", folder, source], check=True)
    result += other(
        "Spring and Jackson", missing,
        lambda path: ["java", "-XX:+UseSerialGC", "-cp", ":".join([folder, *jars]),
                      "SpringReplay", path, ",".join(TYPES), TYPES[0], FILTER],
        lambda said: int(said.split()[1]))
    result += other(
        "jq", None if shutil.which("jq") else "jq", lambda path: ["jq", "-n", SELECTION, path], int)
    return result
