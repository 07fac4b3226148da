// The console in a browser: who is signed in decides which page it is, the connection feeds it, the rest only draws.

import '../shared/screen/look.css';
import './console.css';
import { signal } from '@preact/signals';
import { type ComponentType, render } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SignInAsk } from '../shared/contract.ts';
import type { Refusal } from '../shared/refusal.ts';
import { connect, now } from '../shared/screen/connect.ts';
import { BY_SOCKET } from '../shared/screen/ways.ts';
import { type CounterChoice, counters, signIn, whoIsHere } from './api.ts';
import { Door } from './door.tsx';
import { createHand } from './hand.ts';
import { Screen } from './screen.tsx';
import { SignIn } from './sign-in.tsx';

const connection = connect('console', BY_SOCKET, null);
const bye = signal(false);
/** The manager's pages are fetched only by a manager. */
const managerPage = signal<ComponentType<{ readonly leave: () => void }> | null>(null);

const hand = createHand({
	ask: connection.ask,
	signedOff: () => {
		bye.value = true;
		connection.again();
	},
});

async function openManager(): Promise<void> {
	try {
		const { ManagerPage } = await import('./manager/page.tsx');
		managerPage.value = ManagerPage;
		connection.close();
	} catch (error) {
		// The server went away between the answer and the page; signing in once more fetches it again.
		refusal.value = { code: 'offline' };
		reportError(error);
	}
}

function closeManager(): void {
	managerPage.value = null;
	bye.value = true;
	connection.again();
}

const refusal = signal<Refusal | null>(null);
const busy = signal(false);
/** Whether it is known who is signed in here: a manager must not see the form flash by. */
const settled = signal(false);
const choices = signal<readonly CounterChoice[]>([]);

async function enter(ask: SignInAsk): Promise<void> {
	busy.value = true;
	refusal.value = null;
	const reply = await signIn(ask);
	if (!reply.ok) refusal.value = reply.refusal;
	else if (reply.value.officer.role === 'manager') await openManager();
	else connection.again();
	if (reply.ok) bye.value = false;
	busy.value = false;
}

async function readCounters(): Promise<void> {
	const reply = await counters();
	// Without the list an officer can still sign in at the usual counter; the form says why if that fails too.
	if (reply.ok) choices.value = reply.value;
}

function SignInPage() {
	useEffect(() => {
		void readCounters();
	}, []);
	return (
		<SignIn
			counters={choices.value}
			refusal={refusal.value}
			busy={busy.value}
			bye={bye.value}
			send={(ask) => void enter(ask)}
		/>
	);
}

function Console() {
	const shown = connection.shown.value;
	const link = connection.link.value;
	const Manager = managerPage.value;
	if (Manager) return <Manager leave={closeManager} />;
	if (link === 'not_signed_in' && settled.value) return <SignInPage />;
	if (shown && (link === 'live' || link === 'lost' || link === 'busy' || link === 'connecting'))
		return <Screen view={shown.view} link={link} at={now.value} hand={hand} />;
	return <Door link={link} />;
}

async function start(): Promise<void> {
	const here = await whoIsHere();
	if (here.ok && here.value.officer.role === 'manager') await openManager();
	settled.value = true;
}

const root = document.getElementById('screen');
if (!root) throw new Error('the page has no #screen');
render(<Console />, root);
void start();
