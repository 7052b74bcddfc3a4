// The editor of a chapter: shows how the text reads while it is written, puts placeholders in, leads to a line.

export const wire = (editor) => {
  const form = editor.querySelector("form");
  const area = editor.querySelector("textarea");
  const proof = document.querySelector("#proof");
  const said = document.querySelector("#said");
  if (!form || !area || !proof) return;
  let timer;
  let asked = 0;

  const show = async () => {
    const number = ++asked;
    const answer = await fetch(editor.dataset.preview, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    // An answer that a later question has overtaken is dropped.
    if (!answer.ok || number !== asked) return;
    const shown = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
    if (!shown) return;
    proof.replaceChildren(shown);
    if (said && said.textContent !== shown.dataset.said) said.textContent = shown.dataset.said || "";
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => show().catch(() => {}), 400);
  };
  form.addEventListener("input", soon);

  // A placeholder goes where the cursor stands, not to the end.
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=insert]");
    if (!button) return;
    event.preventDefault();
    area.focus();
    area.setRangeText(button.value, area.selectionStart, area.selectionEnd, "end");
    soon();
  });

  proof.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-line]");
    if (!link) return;
    event.preventDefault();
    const lines = area.value.split("\n");
    const line = Math.min(Number(link.dataset.line), lines.length) - 1;
    const start = lines.slice(0, line).reduce((sum, it) => sum + it.length + 1, 0);
    area.focus();
    area.setSelectionRange(start, start + lines[line].length);
    area.scrollTop = (area.scrollHeight / lines.length) * Math.max(line - 3, 0);
  });
};
