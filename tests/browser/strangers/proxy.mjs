// strangers/proxy — everything that a browser sends, whoever in it sends it: workers, frames, the browser itself.
//
// In      nothing; the browser is started with its flags
// Out     startProxy(): {flags, asked: addresses, sockets(): how many were opened, stop}
// Errors  what is neither of this machine nor plain is counted and refused
// Source  PRODUCT.md §6, 5: zero requests after load

import { createServer, request as ask } from 'node:http';

// What Chromium asks its maker for by itself. A page under our policy could not ask for it, and its protocol would tell.
const ownBusiness = /^[\w.-]+\.(google|googleapis|gstatic|gvt1)\.com$/;

export function startProxy() {
  const asked = [];
  let sockets = 0;
  const note = (address, hostname) => {
    if (ownBusiness.test(hostname)) sockets -= 1;
    else asked.push(address);
  };
  const server = createServer((request, response) => {
    const { hostname, port, pathname, search } = new URL(request.url, 'http://nowhere.invalid');
    note(request.url, hostname);
    if (!['127.0.0.1', 'localhost'].includes(hostname)) return response.writeHead(502).end();
    return request.pipe(ask({ hostname: '127.0.0.1', port, path: pathname + search, method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    }).on('error', () => response.writeHead(502).end()));
  });
  server.on('connection', () => { sockets += 1; });
  server.on('connect', (request, socket) => {
    note(`CONNECT ${request.url}`, request.url.replace(/:\d+$/, ''));
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done({
      flags: [`--proxy-server=http://127.0.0.1:${server.address().port}`, '--proxy-bypass-list=<-loopback>'],
      asked,
      sockets: () => sockets,
      stop: () => server.close(),
    }));
  });
}
