export { CursorFault, type Page, pageOf, pageSize, type Place, placeOf } from './keyset.js';
