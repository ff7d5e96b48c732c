export { arrowName, arrowsOf, newest, statesOf, type Arrow } from './graph.js';
export { arrowsTaken } from './taken.js';
export {
  badlyLinked,
  clocksByState,
  clocksLeftRunning,
  measuresNotReached,
  undrawn,
  waitingForNobody,
  withoutEnd,
  withoutWitness,
} from './proofs.js';
