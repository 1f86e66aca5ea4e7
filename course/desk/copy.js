// A button beside each command that copies it; without scripts the command can be selected as any text.

for (const command of document.querySelectorAll("code.command")) {
  const button = document.createElement("button");
  const text = command.textContent ?? "";
  button.append("Copy");
  button.setAttribute("aria-label", `Copy ${text}`);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    const said = document.querySelector("[role=status]");
    if (said) said.textContent = `Copied: ${text}`;
  });
  command.after(" ", button);
}
