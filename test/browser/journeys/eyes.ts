/** Where the keyboard is on a page, as somebody sees it. */
export interface Focus {
  /** Its place among everything that can be reached, in reading order; -1 for what is none of it. */
  readonly at: number;
  readonly name: string;
  /** The question around it. */
  readonly group: string;
  readonly kind: string;
  /** What it is answered with now. */
  readonly answer: string;
  /** What keeps her from seeing where she is. */
  readonly faults: readonly string[];
}

/**
 * Put into each page when somebody without a mouse arrives: `eyes.reachable()`, all that has an action and is shown, in
 * reading order, and `eyes.focus()`. What a thing looks like at rest is remembered first, for comparison.
 */
export const eyes = String.raw`(() => {
  const actions = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"], [contenteditable]';
  const said = (node) => (node?.innerText ?? node?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const scrolls = (one) => one !== document.documentElement && one !== document.body
    && /auto|scroll/.test(getComputedStyle(one).overflow)
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const groupOfRadios = (one) => [...document.getElementsByName(one.name)].filter((other) => other.form === one.form);
  const isStop = (one) => {
    if (one.type !== 'radio') return true;
    const group = groupOfRadios(one);
    return one === (group.find(({ checked }) => checked) ?? group[0]);
  };
  const all = () => [...document.querySelectorAll('*')].filter((one) => one.matches(actions) || scrolls(one));
  const isForNobody = (one) => one.tabIndex < 0 && one.closest('[aria-hidden=true]');
  const reachable = () => all().filter((one) => !one.disabled && !isForNobody(one) && isShown(one) && isStop(one));

  const ringOf = (style) => [
    style.outlineStyle === 'none' ? '' : style.outline,
    style.boxShadow,
    style.borderTopWidth === '0px' ? '' : style.borderTopWidth + style.borderTopColor,
  ].map((part) => part.replace(/rgba\([^)]+, 0\)/g, ''));
  const looks = (one) => ringOf(/radio|checkbox/.test(one.type)
    ? getComputedStyle(one.labels[0], '::before') : getComputedStyle(one));
  const atRest = new Map(all().map((one) => [one, looks(one)]));

  const lightness = (colour) => colour.match(/[\d.]+/g).slice(0, 3)
    .map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0.05);
  const behind = (one) => {
    const colour = one ? getComputedStyle(one).backgroundColor : 'rgb(255, 255, 255)';
    return / 0\)$/.test(colour) ? behind(one.parentElement) : colour;
  };
  const standsOut = (one) => looks(one).filter((part, at) => part !== atRest.get(one)?.[at])
    .flatMap((part) => part.match(/rgba?\([^)]+\)/g) ?? [])
    .map((colour) => lightness(colour) / lightness(behind(one.parentElement)))
    .some((contrast) => Math.max(contrast, 1 / contrast) >= 3);

  const nameOf = (one) => {
    const by = document.getElementById(one.getAttribute('aria-labelledby') ?? '');
    return one.getAttribute('aria-label') ?? (said(by) || said(one.labels?.[0] ?? one));
  };
  const isSeen = (one) => [...one.getClientRects()].some((box) => {
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    const there = right > left && bottom > top && document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return there && (one.contains(there) || there.closest('label')?.control === one);
  });
  const answerOf = (one) => one.tagName === 'SELECT' ? said(one.selectedOptions[0])
    : /radio|checkbox/.test(one.type) ? String(one.checked) : one.tagName === 'SUMMARY' ? (one.parentElement.open ? 'open' : 'folded') : one.value ?? '';
  const focus = () => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const faults = [];
    if (!isSeen(one)) faults.push('is out of sight');
    if (!standsOut(one)) faults.push('does not show that it has the focus');
    if (one.tabIndex > 0) faults.push('is out of the order of reading');
    return {
      at: reachable().indexOf(one), name: nameOf(one), group: said(one.closest('fieldset')?.querySelector('legend')),
      kind: one.type || one.tagName.toLowerCase(), answer: answerOf(one), faults,
    };
  };
  globalThis.eyes = { reachable: () => reachable().map(nameOf), focus };
})()`;
