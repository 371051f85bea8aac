"""Scripts that run before the page's own, and make its storage fail as browsers' do."""

# Storage switched off by the person or their organisation.
THROWS = "IDBFactory.prototype.open = () => { throw new DOMException('blocked', 'SecurityError'); };"
MISSING = "Object.defineProperty(window, 'indexedDB', { value: undefined });"
REFUSES = """IDBFactory.prototype.open = () => {
    const request = { error: new DOMException('blocked', 'InvalidStateError') };
    setTimeout(() => request.onerror());
    return request;
};"""
# What waits for seconds, to be answered or to try again, waits a tenth of them, and so does the test.
HURRY = """{
    const later = window.setTimeout;
    window.setTimeout = (act, time, ...values) => later(act, time > 2000 ? time / 10 : time, ...values);
}"""
# Some browsers never answer where storage is switched off.
SILENT = HURRY + "IDBFactory.prototype.open = () => new EventTarget();"
BLOCKED = {"throws": THROWS, "is missing": MISSING, "refuses": REFUSES, "never answers": SILENT}

# Opens what is there, and not before a test calls `window.answer()`.
LATE = """
const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...values) {
    const late = {};
    window.answer = () => {
        const request = open.apply(this, values);
        request.onsuccess = () => {
            late.result = request.result;
            late.onsuccess();
        };
    };
    return late;
};"""

# A file on a drive that was taken out.
FILE_GONE = "Blob.prototype.text = async () => { throw new DOMException('gone', 'NotReadableError'); };"

# A connection that Safari has left behind, which throws at whatever it is asked, or that the browser closes.
DIES = """
let last;
let dying = 0;
const transaction = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...values) {
    if (this.isDead || dying === Infinity) throw new DOMException("dead", "InvalidStateError");
    last = this;
    return transaction.apply(this, values);
};
window.die = (times = 1) => {
    dying = times;
    last.isDead = true;
};
window.closeIt = () => {
    last.close();
    last.onclose();
};"""

# A tab that no other reaches.
HEARS_NOTHING = "Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set() {} });"

# Ends a transaction at its put number `window.roomFor + 1`, until a test sets another room.
FULL = """
window.roomFor = %d;
window.reason = "%s";
const put = IDBObjectStore.prototype.put;
const puts = new WeakMap();
IDBObjectStore.prototype.put = function (...values) {
    const request = put.apply(this, values);
    puts.set(this.transaction, (puts.get(this.transaction) ?? 0) + 1);
    if (puts.get(this.transaction) > window.roomFor) {
        const error = new DOMException("no room", window.reason);
        Object.defineProperty(this.transaction, "error", { value: error });
        this.transaction.abort();
    }
    return request;
};
"""
ENOUGH = 1_000_000


def full(room_for: int = 0, reason: str = "QuotaExceededError") -> str:
    return HURRY + FULL % (room_for, reason)


def mend(room_for: int = ENOUGH) -> str:
    return f"window.roomFor = {room_for}"
