// An interactive figure: a slider among frames that were drawn when the site was built.
// The script puts one frame in place of another, and computes nothing.
customElements.define(
  "galley-replay",
  class extends HTMLElement {
    connectedCallback() {
      const find = (selector) => this.querySelector(selector);
      this.frames = [...find("template").content.children];
      this.places = this.querySelectorAll(".moving");
      this.range = find("input");
      this.button = find("button");
      this.output = find("output");
      this.range.oninput = () => {
        this.pause();
        this.show();
      };
      this.button.onclick = () => (this.timer ? this.pause() : this.play());
      this.show(); // a reloaded page may have kept the slider's position
    }

    disconnectedCallback() {
      this.pause();
    }

    show() {
      const frame = this.frames[this.range.value];
      const { name, note } = frame.dataset;
      this.places.forEach((place, number) =>
        place.replaceChildren(...frame.children[number].cloneNode(true).childNodes),
      );
      this.range.setAttribute("aria-valuetext", name);
      this.output.firstElementChild.textContent = name;
      this.output.lastElementChild.textContent = note;
    }

    play() {
      const { range, frames } = this;
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const whole = 8000 / frames.length;
      const pause = calm ? 1500 : Math.min(Math.max(whole, 150), 1200);
      if (+range.value === frames.length - 1) range.value = 0;
      this.show();
      this.playing(true);
      this.timer = setInterval(() => {
        range.value = +range.value + 1;
        this.show();
        if (+range.value === frames.length - 1) this.pause();
      }, pause);
    }

    pause() {
      clearInterval(this.timer);
      this.timer = 0;
      this.playing(false);
    }

    playing(yes) {
      this.button.setAttribute("aria-label", yes ? "Pause" : "Play");
      this.classList.toggle("playing", yes);
      // While it plays, a screen reader would be told every frame.
      this.output.ariaLive = yes ? "off" : "polite";
    }
  },
);
