import { signedIn } from '../../test/access/demo-desk.js';
import { SessionCache } from './session-cache.js';

describe('the cache of sessions', () => {
  it('keeps an identity that was just read', () => {
    const cache = new SessionCache();
    cache.keep('hash', signedIn('police'), cache.startReading());
    expect(cache.get('hash')).toEqual(signedIn('police'));
    expect(cache.get('other')).toBeUndefined();
  });

  it('forgets at once, and does not keep what was read before it forgot', () => {
    const cache = new SessionCache();
    cache.keep('hash', signedIn('police'), cache.startReading());
    const started = cache.startReading();
    cache.forgetAll();
    expect(cache.get('hash')).toBeUndefined();
    cache.keep('hash', signedIn('police'), started);
    expect(cache.get('hash')).toBeUndefined();
  });
});
