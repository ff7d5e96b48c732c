export { amount, code, codeList, isSet } from '#libs/vocabulary';
