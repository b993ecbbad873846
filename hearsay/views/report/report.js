const $ = (selector) => [...document.querySelectorAll(selector)];
const find = document.getElementById("find"), speaker = document.getElementById("speaker");
const outlet = document.getElementById("outlet"), direct = document.getElementById("direct");
const flat = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const tellings = $(".telling").map((it) => [it, flat(it.textContent)]);

function sift() {
  const words = flat(find.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const [it, text] of tellings) {
    const fits = words.every((word) => text.includes(word))
      && (!speaker.value.trim() || it.dataset.speaker === speaker.value)
      && (!outlet.value.trim() || (it.dataset.outlet || "").split("|").includes(outlet.value))
      && (!direct.checked || it.querySelector("blockquote.direct") !== null);
    it.hidden = !fits;
    shown += fits;
  }
  for (const lane of $(".lane")) lane.hidden = !lane.querySelector(".telling:not([hidden])");
  document.querySelector(".nothing").hidden = shown > 0;
  document.getElementById("shown").textContent = shown < tellings.length ? `${shown} of ${tellings.length}` : "";
}
for (const it of [find, speaker, outlet, direct]) it.addEventListener("input", sift);
for (const it of $("[data-choose]")) it.addEventListener("click", () => {
  speaker.value = it.dataset.choose;
  sift();
  document.querySelector("nav").scrollIntoView();
});
document.getElementById("unfold").addEventListener("input", (it) => {
  for (const proof of $("details")) proof.open = it.target.checked;
});
