// Passkeys: the browser's half of the two ceremonies. The button says where to ask and where to answer.

const bytes = (words) => Uint8Array.from(atob(words.replaceAll("-", "+").replaceAll("_", "/")), (it) => it.charCodeAt(0));
const words = (buffer) => {
  const text = Array.from(new Uint8Array(buffer), (it) => String.fromCharCode(it)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

async function ask(path, body) {
  const answer = await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function make(options) {
  options.challenge = bytes(options.challenge);
  options.user.id = bytes(options.user.id);
  for (const it of options.excludeCredentials ?? []) it.id = bytes(it.id);
  const made = await navigator.credentials.create({ publicKey: options });
  const response = { attestationObject: words(made.response.attestationObject), clientDataJSON: words(made.response.clientDataJSON) };
  return { id: made.id, rawId: words(made.rawId), type: made.type, response };
}

async function show(options) {
  options.challenge = bytes(options.challenge);
  for (const it of options.allowCredentials ?? []) it.id = bytes(it.id);
  const shown = await navigator.credentials.get({ publicKey: options });
  const { authenticatorData, clientDataJSON, signature, userHandle } = shown.response;
  const response = { authenticatorData: words(authenticatorData), clientDataJSON: words(clientDataJSON), signature: words(signature) };
  if (userHandle) response.userHandle = words(userHandle);
  return { id: shown.id, rawId: words(shown.rawId), type: shown.type, response };
}

export function wire(button) {
  const { begin, finish, next, failed } = button.dataset;
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  button.after(said);
  button.addEventListener("click", async () => {
    said.textContent = "";
    button.disabled = true;
    try {
      const { ceremony, publicKey } = await ask(begin, { next });
      const credential = publicKey.user ? await make(publicKey) : await show(publicKey);
      const answer = await ask(finish, { ceremony, credential });
      location.assign(answer.next);
    } catch {
      said.textContent = failed;
      button.disabled = false;
    }
  });
}
