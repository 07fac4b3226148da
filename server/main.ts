// The program: reads the environment and the clock, opens the hall (a demo hall in an empty folder), serves, and closes in
// order when told to. The only file that knows there is a process.

import { accessSync, constants, mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { type App, openApp } from './app.ts';
import { bracketed, type Config, isAny, readConfig } from './config.ts';
import { hashPin } from './hall/pin.ts';
import { findLanguages, openLanguages } from './language/languages.ts';
import { lockFolder } from './lock.ts';
import { profileFor } from './print/compose/profile.ts';
import { readWay, sayWayFault, writeWay } from './print/ways/address.ts';
import { isOwnWay } from './print/ways/open.ts';
import { DEMO_PIN } from './setup/demo-pin.ts';
import { keepEnvironmentPrinter } from './setup/printers.ts';
import { readCatalogue } from './store/catalogue.ts';
import type { Hall } from './store/hall.ts';
import { closeStore, openStore, StartRefused, type Store } from './store/open.ts';
import { findBundled } from './voice/pack.ts';
import { openVoices } from './voice/voices.ts';

const clock = (): number => Date.now();
const say = (line: string): void => {
	process.stdout.write(`${line}\n`);
};

async function main(): Promise<void> {
	const config = readConfig(process.env, ownAddresses());
	const wish = wishedPrinter(config);
	makeFolder(config.dataDir);
	const unlock = lockFolder(config.dataDir, process.pid);
	const store = openStore(config.dataDir, new Date(clock()).toISOString().replaceAll(':', '-'));
	if (!readCatalogue(store.tables)) await makeHall(store);
	keepEnvironmentPrinter(store, wish, clock());

	let address = '';
	const logger = pino({
		level: 'warn',
		redact: ['req.headers.cookie', 'req.headers.authorization', '*.pin', '*.token'],
	});
	const own = path.join(config.dataDir, 'voice');
	const voices = openVoices({ bundled: findBundled(), own }, (sentence) => logger.warn({}, sentence));
	const ownLanguages = path.join(config.dataDir, 'languages');
	const languages = openLanguages({ bundled: findLanguages(), own: ownLanguages }, (sentence) =>
		logger.warn({}, sentence),
	);
	const app = await openApp({
		store,
		clock,
		paper: config.paper,
		voices,
		languages,
		media: path.join(config.dataDir, 'media'),
		hosts: config.hosts,
		publicUrl: () => config.publicUrl ?? address,
		kioskPace: config.kioskPace,
		logger,
	});
	await listen(app, config).catch((error: unknown) => {
		closeStore(store);
		unlock();
		throw error;
	});
	// Read when nobody waits: the first call would be spoken a tenth of a second later.
	setImmediate(() => voices.pack('id'));
	address = addressOf(config, app.http.server.address() as AddressInfo);
	announce(address, app.hall, config);

	let stopping = false;
	const stop = (): void => {
		if (stopping) return;
		stopping = true;
		// Whatever hangs (a printer, a phone), the database is closed and the process gone within two seconds.
		setTimeout(() => finish(1), 1_800).unref();
		app.close().then(
			() => finish(0),
			(error: unknown) => {
				logger.error({ err: error }, 'closing failed');
				finish(1);
			},
		);
	};
	const finish = (code: number): never => {
		closeStore(store);
		unlock();
		process.exit(code);
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);
}

function makeFolder(folder: string): void {
	try {
		mkdirSync(folder, { recursive: true });
		accessSync(folder, constants.R_OK | constants.W_OK);
	} catch (error) {
		throw new StartRefused(
			`DATA_DIR ${folder} cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}).`,
		);
	}
}

async function listen(app: App, { host, port }: Config): Promise<void> {
	try {
		await app.http.listen({ host, port });
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'EADDRINUSE')
			throw new StartRefused(`PORT ${port} is in use by another program. Stop it, or choose another PORT.`);
		if (code === 'EACCES')
			throw new StartRefused(`PORT ${port} may not be used without more rights. Choose one above 1023.`);
		if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
			throw new StartRefused(`HOST ${host} is no address of this machine.`);
		throw error;
	}
}

/** The machine's own addresses, IPv4 first: what phones and screens in the hall can reach. */
function ownAddresses(): readonly string[] {
	return Object.values(networkInterfaces())
		.flatMap((it) => it ?? [])
		.filter((it) => !it.internal && !it.address.startsWith('fe80'))
		.sort((a, b) => a.family.localeCompare(b.family))
		.map((it) => it.address);
}

/** The printer that the environment names, refused before anything is opened. */
function wishedPrinter({ printer, paper }: Config): { readonly way: string; readonly profile: string } | null {
	if (printer === null) return null;
	const read = readWay(printer);
	if (!read.ok) throw new StartRefused(`PRINTER ${sayWayFault(read.why)}.`);
	if (!isOwnWay(read.way))
		throw new StartRefused(`PRINTER ${printer} needs a device. Add it with: npm run hall -- printer add`);
	return { way: writeWay(read.way), profile: profileFor(paper).id };
}

async function makeHall(store: Store): Promise<void> {
	say('Folder data kosong: membuat aula contoh …');
	// Needed once in the life of a hall; every other start is spared loading it.
	const { makeDemoHall, readDemoHall } = await import('./setup/demo.ts');
	makeDemoHall(store, readDemoHall(), await hashPin(DEMO_PIN), clock());
}

function addressOf(config: Config, { port }: AddressInfo): string {
	const host = isAny(config.host) ? (ownAddresses()[0] ?? '127.0.0.1') : config.host;
	return `http://${bracketed(host)}:${port}`;
}

function announce(address: string, hall: Hall, config: Config): void {
	const { settings, printers } = hall.catalogue();
	const named = printers.map((it) => `${it.name} (${it.way})`).join(', ');
	say('');
	say(`  Giliran siap di ${address}/`);
	say('');
	say(`  Kios           ${address}/kiosk/`);
	say(`  Papan antrean  ${address}/display/`);
	say(`  Konsol loket   ${address}/console/`);
	say(`  Baki karcis    ${address}/tray`);
	say(`  Data           ${config.dataDir}`);
	say(`  Printer        ${named || 'tidak ada: karcis tampil di baki'}`);
	if (settings.demo) {
		say('');
		say(`  Aula contoh: masuk di konsol sebagai dpmptsp1 (petugas) atau manajer, PIN ${DEMO_PIN}.`);
		say('  Semua petugas ada di halaman depan. Hari yang hidup: npm run demo');
	}
	say('');
}

main().catch((error: unknown) => {
	// A start that cannot go on is one sentence for a person; anything else is a bug and is shown whole.
	process.stderr.write(
		error instanceof StartRefused
			? `Giliran: ${error.message}\n`
			: `${error instanceof Error ? error.stack : String(error)}\n`,
	);
	process.exit(1);
});
