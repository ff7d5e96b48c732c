'use strict';
// Comfort only: every page works without this file.
(() => {
  const summary = document.querySelector('.govuk-error-summary');
  if (summary) {
    summary.tabIndex = -1;
    summary.focus();
  }
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
  const badges = document.querySelectorAll('[data-news]');
  const said = document.querySelector('[data-news-said]');
  let events;
  const show = (news) => {
    let changed = false;
    for (const badge of badges) {
      const count = news[badge.dataset.news];
      changed ||= badge.textContent !== String(count);
      badge.textContent = count;
      badge.hidden = count === 0;
    }
    if (!changed) return;
    said.textContent = news.text;
    void renew();
  };
  // A list is read again where it stands, unless the reader is in the middle of it.
  const renew = async () => {
    const list = document.querySelector('[data-live]');
    if (!list || list.contains(document.activeElement)) return;
    const reply = await fetch(location.href, { headers: { accept: 'text/html', 'x-by-itself': 'yes' } });
    const fresh =
      reply.ok &&
      new DOMParser().parseFromString(await reply.text(), 'text/html').querySelector('[data-live]');
    if (fresh && !list.contains(document.activeElement)) list.replaceWith(fresh);
  };
  // A tab in the background holds no connection: browsers allow few to one place.
  const listen = () => {
    events?.close();
    if (document.hidden || badges.length === 0) return;
    events = new EventSource('/live');
    events.onmessage = ({ data }) => show(JSON.parse(data));
  };
  document.addEventListener('visibilitychange', listen);
  addEventListener('pagehide', () => events?.close());
  addEventListener('pageshow', listen);
  addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset.sent;
  });
})();
