// Small enhancements; every page works without them.

// The reader's own time first: pages carry the host's zone and UTC, the browser knows its own.
const tag = document.documentElement.lang || "en";
const lang = tag === "en" ? "en-GB" : tag;
const asked = new URLSearchParams(location.search).get("zone");
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

const clock = (at) => at.toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: own });
const day = (at) => at.toLocaleDateString(lang, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: own });
const city = own ? own.split("/").pop().replaceAll("_", " ") : "";

if (!asked && own && own !== "UTC") {
  for (const span of document.querySelectorAll(".moment[data-from]")) {
    const from = new Date(span.dataset.from);
    const to = new Date(span.dataset.to);
    const time = span.querySelector("time");
    const zone = span.querySelector(".zone");
    if (!time || !zone || Number.isNaN(from.valueOf())) continue;
    const host = time.textContent.trim().replace(/\s+/g, " ");
    const text = `${day(from)}, ${clock(from)}–${clock(to)}`;
    const words = document.body.dataset.yourTime || document.querySelector("[data-your-time]")?.dataset.yourTime;
    if (text.toLowerCase() === host.toLowerCase() || !words) continue;
    const rest = document.createElement("span");
    rest.className = "zone";
    rest.textContent = words.replace("{place}", city);
    time.textContent = text;
    zone.before(rest);
    zone.prepend(host + " ");
  }
}
for (const select of document.querySelectorAll("select[data-own-zone]")) {
  if (!asked && own && [...select.options].some((it) => it.value === own)) select.value = own;
}
for (const field of document.querySelectorAll("input[data-own-zone]")) field.value = own || "";

// A form that is sent twice by an impatient finger is sent once.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((it) => delete it.dataset.sent));

// The error summary is what a reader must meet first.
document.querySelector(".summary")?.focus();

// The desk's menu folds on small screens.
if (matchMedia("(max-width: 46rem)").matches) document.querySelector(".rail-menu")?.removeAttribute("open");

for (const button of document.querySelectorAll("[data-passkey]")) {
  if (window.PublicKeyCredential) {
    button.hidden = false;
    import(button.dataset.passkey).then((it) => it.wire(button));
  }
}

for (const editor of document.querySelectorAll("[data-editor]")) {
  import(editor.dataset.editor).then((it) => it.wire(editor));
}
