export { chooseClock } from './choose-clock.js';
export { advanceDomainClock, assertClock, type ClockState, clockState, domainNow } from './domain-clock.js';
export { SeedingClock } from './seeding-clock.js';
