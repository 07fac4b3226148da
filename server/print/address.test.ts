// Which addresses the setting PRINTER takes, and what it says to the others.

import { describe, expect, test } from 'vitest';
import { readPrinterAddress, writePrinterAddress } from './address.ts';

describe('a printer address', () => {
	test.each([
		['tcp://192.168.1.50:9100', '192.168.1.50', 9100],
		['tcp://192.168.1.50', '192.168.1.50', 9100],
		['tcp://10.0.0.7:9109', '10.0.0.7', 9109],
		['tcp://172.31.255.1:9101', '172.31.255.1', 9101],
		['tcp://127.0.0.1:40123', '127.0.0.1', 40_123],
		['tcp://localhost:40123', '127.0.0.1', 40_123],
		['tcp://[::1]:9100', '::1', 9100],
		['tcp://[fd12:3456::1]:9100', 'fd12:3456::1', 9100],
	])('%s is taken', (text, host, port) => {
		const read = readPrinterAddress(text);
		expect(read).toEqual({ ok: true, address: { host, port } });
		if (read.ok) expect(readPrinterAddress(writePrinterAddress(read.address))).toEqual(read);
	});
	test.each([
		['192.168.1.50:9100', /must look like/],
		['', /must look like/],
		['http://192.168.1.50:9100', /must look like/],
		['tcp://192.168.1.50:9100/x', /must look like/],
		['tcp://user@192.168.1.50:9100', /must look like/],
		['tcp://192.168.1.50:9100\nHost: x', /must look like/],
		['tcp://::1:9100', /must look like|IP address/],
		['tcp://printer.local:9100', /IP address/],
		['tcp://0x7f.1:9100', /IP address/],
		['tcp://192.168.001.050:9100', /IP address/],
		['tcp://192.168.1.50:22', /printers listen/],
		['tcp://192.168.1.50:9110', /printers listen/],
		['tcp://127.0.0.1:0', /printers listen/],
		['tcp://127.0.0.1:70000', /printers listen/],
		['tcp://8.8.8.8:9100', /outside/],
		['tcp://172.32.0.1:9100', /outside/],
		['tcp://169.254.169.254:9100', /outside/],
		['tcp://0.0.0.0:9100', /outside/],
		['tcp://[2001:db8::1]:9100', /outside/],
		['tcp://[fe80::1]:9100', /outside/],
		['tcp://[::ffff:127.0.0.1]:9100', /plainly/],
		['tcp://[::ffff:7f00:1]:9100', /plainly/],
	])('%j is refused', (text, why) => {
		const read = readPrinterAddress(text);
		expect(read.ok ? 'taken' : read.why).toMatch(why);
	});
});
