/** The Remix options; vite.config.ts imports them. */
declare const options: object;
export default options;
