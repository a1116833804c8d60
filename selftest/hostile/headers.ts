import { jsonReply, plainly } from '../servers/front.ts';
import { type Fronts, isExtension, onAction } from './on-action.ts';

/** Headers that are too many, contradict each other, or ask for too much. */
export const headers: Fronts = {
  'large-header': [
    'a header of 10 MB',
    {
      write: onAction((response) => {
        const { socket } = response;
        socket?.on('error', () => {});
        socket?.write(`HTTP/1.1 200 OK\r\nx-large: ${'x'.repeat(10 * 1024 * 1024)}\r\n\r\n`);
      }),
    },
  ],
  'many-headers': [
    'ten thousand headers',
    {
      write: onAction((response, { status, body }) => {
        const headers = Array.from({ length: 10_000 }, (_, at) => `x-${at}: ${at}\r\n`).join('');
        response.socket?.on('error', () => {});
        response.socket?.end(
          `HTTP/1.1 ${status} X\r\n${headers}content-length: ${body.length}\r\n\r\n${body.toString()}`,
        );
      }),
    },
  ],
  'contradictory-headers': [
    'two lengths, two types and both ways of framing',
    {
      write: onAction((response, { status, body }) => {
        response.socket?.on('error', () => {});
        response.socket?.end(
          `HTTP/1.1 ${status} X\r\ncontent-length: 3\r\ncontent-length: ${body.length}\r\ntransfer-encoding: chunked\r\ncontent-type: text/html\r\ncontent-type: application/json\r\n\r\n${body.toString()}`,
        );
      }),
    },
  ],
  'early-hints': [
    'a hundred informational answers before the real one',
    {
      write: onAction((response, reply) => {
        for (let at = 0; at < 100; at += 1) response.writeProcessing();
        plainly(reply, response);
      }),
    },
  ],
  'retry-after-of-a-year': [
    'a wish to be asked again in a year, and in a number without end',
    {
      dress: (reply, call) =>
        isExtension(call)
          ? jsonReply(503, {}, { 'retry-after': call.count % 2 ? '31536000' : '9'.repeat(400) })
          : reply,
    },
  ],
};
