// Imported before the companion server with `--slow=server`: each request waits so many milliseconds, `?ms=…` of its address.
import { Server } from 'node:http';

const ms = Number(new URL(import.meta.url).searchParams.get('ms'));
const own = Server.prototype.emit;
Server.prototype.emit = function (event, ...given) {
  if (event !== 'request') return Reflect.apply(own, this, [event, ...given]);
  setTimeout(() => Reflect.apply(own, this, [event, ...given]), ms);
  return true;
};
