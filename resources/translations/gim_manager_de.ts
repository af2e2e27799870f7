<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Run Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a run of a job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the selected runs, or take back what waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read everything on the screen again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow changes as they happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop all launches: sets run-scheduler to false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold schedule for 4 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop all launches; they resume by themselves after 4 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this server the scheduler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server of this window launches, and no other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected runs as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select every fetched run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything on the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ETL status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the panel at the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the details below the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarms…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is raised, and the channels that tell of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every column in its usual place and width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create demo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a sample contact centre and an Info Mart in one folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a local Info Mart; its server runs inside this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved connections, and a new one to PostgreSQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of this Info Mart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About GIM Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no Info Mart is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server runs inside this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it no job starts until the window is open again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit GIM Manager?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{names} and {n} more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{names}: what is committed stays, the rest is rolled back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stop {n} jobs and quit?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Discard {n} changes?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, … ({n} more)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A choice counts from the next start on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an Info Mart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Applied {n} changes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported {n} changes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} warnings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs the {role} role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{login} has the {role} role here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syslog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows event log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raised at {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raised at {moment}, cleared at {cleared}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} messages on the way</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No alarm is raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} alarms raised</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Alarm: {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm: {subject} and {more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema of this Info Mart is older than this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only Job_MigrateGIM can run, which brings it up to date. Make a backup first: there is no way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The configuration has {n} errors.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{kept} until it is mended: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{names} do not start</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save untested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save without password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaching it …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No roles are set up here: whoever connects may do everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file can be read (SQLite {version}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL {version} answers, encrypted by {tls}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL {version} answers, without TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Info Mart is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Info Mart is empty: Job_InitializeGIM comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its schema is older than this program: run Job_MigrateGIM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its schema is newer than this program, which does not open it: use the newer program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running and stopping jobs, the schedule and the options are disabled for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing options is disabled for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the password, or give it by PGPASSFILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the user and the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file with the certificate of the authority that signed the server&apos;s; require encrypts without proving who answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authority in the root certificate file did not sign the server&apos;s certificate; ask for the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the host as its certificate names it; verify-ca does not compare the names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server offers no TLS. Let it be switched on there; prefer connects in clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server lets you in only encrypted: choose verify-full or require.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not let this user in from this computer: its administrator adds them to pg_hba.conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check how the host is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check host and port, and whether PostgreSQL listens there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers there: check the host, the port and the firewalls between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name of the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or save it without the password, and type it each time you connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its password is in the keyring of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its password is kept nowhere: type it each time, or give it by PGPASSFILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} and its kept password are forgotten; the Info Mart stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted, and the server proves that it is the host named here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted, and an authority that you trust vouches for the server, whatever its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted, but the server proves nothing: another could stand in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted if the server offers it, else in clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In clear, unless the server insists on encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always in clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As PGSSLMODE says; without it encrypted only if the server offers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password and the data may cross the network in clear. Choose verify-full, or require where the server has no certificate that can be verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file of the Info Mart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A database whose name holds ? / or @ cannot be named in a URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{database} at {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch} · {heard}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last seen {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server is alive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-aggregation {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no end set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule is suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No launch is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extracted to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transformed to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aggregated to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No aggregate is built yet. Job_AggregateGIM builds them from the facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a schema that is older than this program nothing is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} pending</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest {interval}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never built</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} intervals pending since {since}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{pending}, late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last rebuilt {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never rebuilt on request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>facts purged, cannot be rebuilt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} facts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>aggregates pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aggregated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no aggregates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose days in the strip to re-aggregate them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} 00:00 to {last} 24:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days}, {span}: can be rebuilt from their facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{days}, {span}: of {n} days there are no facts to rebuild from.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>too few runs for a P95</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{job}: {n} runs, latest {latest}, {usual}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{at}: {by} set {option} to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its default</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} intervals</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} sets late: {intervals} pending since {begun}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} intervals pending, none late</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All aggregates agree with the facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervals to be aggregated</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Partitions ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources and lag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source has been read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintain-start-time lies inside the ETL window, where maintenance never starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ETL window never closes: there is no time for scheduled maintenance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job_MaintainGIM has not run yet: nothing tells how long it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {runs} of Job_MaintainGIM: {needed} are needed to tell whether it fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{good} of the last {all} runs would have ended in that time ({share}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 of 100 runs take at most {length}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{runs} of the last {all} were stopped by a cycle that fell due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the longest take is not known: too many were stopped by a cycle that fell due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance at {due} has {length} before the cycle of {ends}{late}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance at {due} cannot start before the cycle of {ends}: what runs before it ends too late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, for it can start at {starts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it at {due} or earlier: {length} would be left for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No start time would do: the most that can be had is {length}, from {due} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule does not launch it: run-scheduler or run-maintain is false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} runs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost · picture of {at}, {duration} old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live · changed {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live off · read {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next try {when} (attempt {attempt})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program cannot go on with {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs on the server goes on without this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the picture of {at}. What runs on the server goes on without this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection to {name} lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by run-scheduler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {at} by {by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule is suspended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run-scheduler is false, {said}: jobs start only when a person asks for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule is held by {owner}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {since} · {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is launched since {since}, {state}; then the schedule resumes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held by {owner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is launched since {since}; {state}. It resumes by itself at {until} at the latest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held by {owner} until {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume the schedule?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run-scheduler becomes true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the hold of {owner}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Launches resume at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run} is stopped; launches resume when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} run-scheduler is false, so the schedule launches nothing before it is true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now running: {running}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next due: {job} at {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hold launches nothing, waits for what runs, maintains alone, and then resumes the schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What ran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping kill in 10 s 00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 Oct 00:00:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it started, or is expected to, in the schedule&apos;s zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it ended, or is expected to, in the schedule&apos;s zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From start to end, or so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who asked for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the columns cannot say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 36 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any job</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{matching} of {n} runs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply {n} changes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing options {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{counted}, {n} errors: nothing can be applied until {names} are right</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{counted}: decide first what becomes of {names}, which others have changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted}, not applied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not known to this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ETL cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aggregation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transformation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that contradict themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service time intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk and partitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When alarms are told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It has {n} errors. Nothing was changed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} changes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every value in it is the one that is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import {n} changes from {name}?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All of them are written at once, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import {n} changes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>With this file: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not known to this program: it is kept, and nothing reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known to this program; kept as an import brought it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{by} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known to this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the editor holds this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apply the changes first: a test uses what is applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test {channel}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow with these values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>playing the day …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes in what is launched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run-scheduler is false: the schedule launches nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would be launched: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is left at {before}: the new value is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>launches of {job} that a rule drops {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aggregation runs {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs of {job}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} times</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>a cycle usually takes {usual}, longer than {minutes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hourly at :{minute}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every {step} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>daily at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at {times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} times a day</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>now {time}{zone}, UTC{offset}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes {valid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} set it to {value} meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept from an import, read by nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for administrators to see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all hierarchies</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} sets</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Understood: {sets}, {days}, {shown}. From {span}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand the Job Parameters over once aggregation runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{state}, {n} wait</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>waits: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about to start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle, next cycle {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle, next {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status} since {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will run without its Job Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts aggregation first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will wait, and start at {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that runs or waits is in its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused, unless you confirm it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete these aggregates all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Job Parameters cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can say now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked for {at} by {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started {at} by {person} on {server}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started {at} by {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Waits to be started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping: told to by {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed without a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs, {percent} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took {run_duration}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job Parameters: {parameters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebuilds {rebuilt}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stop {n} runs?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel {n} runs?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop {n} runs and cancel {canceled}?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stop {stopped}, cancel {canceled}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stop {n}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel {n}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Will be stopped, and started again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run-aggregates is true and its window is open, so the scheduler starts it again almost at once. To keep it stopped:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be stopped, and stays stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run-aggregates becomes false first, for everybody, until somebody sets it to true again:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be canceled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not started. It disappears from the job list and stays in the audit trail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be killed now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is stopping already. What it has committed stays; the rest is rolled back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it has committed stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>What it has committed stays ({n} rows)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Will be stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept}; the open transaction is rolled back. Its statement is cancelled at once; after {duration} without a safe point it is killed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migration needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not initialized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}&#x202f;{month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday} {day} {month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kill in {duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {person}: “{reason}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintenance waits for {runs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintenance is about to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {runs} has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {runs} has stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next clock change: {day}, {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks of {zone} do not change: there is nothing to rehearse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {hours}-hour day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cycles}, then {gap} without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run-scheduler is false: rehearsed as if it were true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would be launched: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rehearsed with the options in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintenance fits, {spare} to spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintenance fits, with no cycle after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintenance is stopped by a cycle after {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintenance is dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{good} of the last {all} runs would end in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That night</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} cycles</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycles from 20:00 to 08:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest time without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it fit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its past runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is late by {late}: this computer slept or slows it down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server is alive: nothing is launched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs running.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Next is {job} at {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>its worker was lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About GIM Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs, watches and explains the jobs of a contact-centre Info Mart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActBar</name>
    <message>
        <source>Discard changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take every change back that is not applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write all changes at once (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlarmsDialog</name>
    <message>
        <source>Alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alarm is raised, and none was lately.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What exactly went wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlockView</name>
    <message>
        <source>Set run-aggregates to false first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeLine</name>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the value before this change into the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert {values}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelLine</name>
    <message>
        <source>Test {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test message from this computer now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window goes, its server and jobs stay; the tray&apos;s menu brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a server, or a file of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server (PostgreSQL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A local file (SQLite)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the way to the server is protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it in the keyring of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>localhost, or paste a whole URL here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: root.crt of this user (~/.postgresql)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host and port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root certificate of the server&apos;s authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an Info Mart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its server runs inside this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: as it is kept, or PGPASSFILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: PGPASSFILE</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionsDialog</name>
    <message>
        <source>Choose a saved connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionsLayout</name>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DemoDialog</name>
    <message>
        <source>Create a demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days of a contact centre with {agents} agents are made, loaded, transformed and aggregated in this folder. Nothing else is touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the demo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the run does, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it wrote, as it writes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it waits, runs or ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftsDialog</name>
    <message>
        <source>Changes that are not applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These options were changed here and not applied: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Changed only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only options with a change that is not applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only options that are set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No option matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search option, value, meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every word must stand in the section, name, value or meaning (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who changed which option when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what an option file would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write all options into an INI file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defaults as changes that are not applied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This section to its defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection is lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstPage</name>
    <message>
        <source>No Info Mart here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three ways to begin. A file can also be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create demo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sample contact centre, an Info Mart and a server in one folder, running in about a minute. Nothing else is touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A local Info Mart (SQLite). The server runs inside this window, as long as it is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An Info Mart on PostgreSQL that a server looks after, here or elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobActs</name>
    <message>
        <source>Stop Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select a run that runs or waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no run is selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobPage</name>
    <message>
        <source>Search job, parameters, person, error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in job, parameters, person, note and error, or type a Job ID (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only runs in this state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only runs of this job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only runs asked for in this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job has run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new line(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The connection is lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MigrateDialog</name>
    <message>
        <source>Migrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring this Info Mart up to date?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afterwards an older program cannot open it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Open an Info Mart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite databases (*.sqlite *.db)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionActs</name>
    <message>
        <source>Import options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option files (*.ini);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionDesk</name>
    <message>
        <source>the connection is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applying …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day could not be played: its process ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The options were not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The options were not exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to {file}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionHistoryDialog</name>
    <message>
        <source>History of the options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When and who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old → new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return goes to the option</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionInspector</name>
    <message>
        <source>About the option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next five times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the default into the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test message from this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderField</name>
    <message>
        <source>Drag a word to its place, or move it by Alt+Up and Alt+Down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelBody</name>
    <message>
        <source>ETL status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParameterEdit</name>
    <message>
        <source>Job Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-insertPendingAgg SETS-LEVEL.FLAVOR:START:END</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResumeDialog</name>
    <message>
        <source>Resume schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within the next minute nothing is launched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within the next minute it launches:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it suspended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message>
        <source>Usual columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunJobDialog</name>
    <message>
        <source>Run Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same request for the command line, on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold and maintain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend the schedule, wait for what runs, run Job_MaintainGIM, resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job takes no Job Parameters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScheduleActs</name>
    <message>
        <source>it is held already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no server runs inside this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is the scheduler already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show the value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Wall time of the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server state unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} leads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No steps recorded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StopJobDialog</name>
    <message>
        <source>Stop Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, kept on the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: wrong parameters, ticket number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{user} from {host}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open GIM Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyView</name>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowState</name>
    <message>
        <source>Connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live – reconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection is lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every option, and who changed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run Job …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>program.window</name>
    <message>
        <source>Something unexpected happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window goes on. Copy the details into your report.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>(set by {by})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>({count} times)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, and is expected to end at {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, and it {be} to start again at {restart}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {total_seconds} s after its time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row of {table} contradicted itself and was left out: it {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row of {table} contradicted themselves and were left out: each {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; its last words: {last_words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change of the options closed the window of aggregation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection needs a name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A data source needs a name and at least one role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file whose first line is the password of mail-user; GIM_MANAGER_ALARM_MAIL_SECRET in the server&apos;s environment goes before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file whose lines are headers of the request, `Name: value`; GIM_MANAGER_ALARM_WEBHOOK_SECRET in the server&apos;s environment goes before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hold cannot last {minutes} minutes: it takes 1 to {longest_length}. To suspend the schedule for longer, set [schedule] run-scheduler to false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A launch of {job}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A launch of {job} {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A login that never ended is closed after this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request for {job}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server for {job} {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A test message was accepted by {channel}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding a data source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After how long a raised alarm is told again; 0 tells it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this long without new data an active source is reported as delayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aggregation is kept running until {closes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aggregation is not running: it is started and the parameters are ignored. Ask again once it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aggregation runs until {closes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pending intervals are aggregated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agent&apos;s state that never ended is closed after this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error that is not known: {name}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interaction abandoned sooner than this counts as short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interaction accepted within this counts as accepted in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interaction that never ended is closed after this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before this run {user} brought the manager&apos;s tables from version {span}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins when {job} runs again; run {id} is stopping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins with the first interval of {aggregate}, which is starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins with the next interval of {job} {id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing the manager&apos;s tables up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings the Info Mart&apos;s schema up to this program&apos;s version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculates the Aggregate tables from new and changed facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chunks that are committed stay; the one in work is rolled back and transformed next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleared alarms and their deliveries are deleted after this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleared at  {cleared_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Committed chunks stay; the one in work is rolled back and extracted next time. Its cycle ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies new and changed rows of all data sources into the Info Mart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily maintenance is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data older than this are left out; counts only while the output directory is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data older than this are never extracted; nothing means from the oldest row on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted configuration objects are purged after this long; where it is not set, no sooner than facts are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discarded rows, audit and job history are purged after this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each interval is left either old or new; what is pending stays pending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended runs leave the job list after this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ending a hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports through the export views, so that the files keep their columns over a migration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extracted rows of ended interactions are purged after this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extracted {rows} rows, transformed {rows2}, aggregated {rows3}, exported {rows4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts after the last day of the calendar are in no aggregate yet: run Job_MaintainGIM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts are purged after this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts before the first day of the calendar are in no aggregate: set date-time-start-year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed, as was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills calendars, partitions and default rows of a new Info Mart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders are deleted after this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how many days to come there must be partitions (PostgreSQL).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on when {job} runs again; run {id} is stopping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holding the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far ahead partitions are made (PostgreSQL).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a channel may take to accept a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a window of aggregation stays open, by the wall clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long an open ETL window may go without a cycle that ended well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long changes wait before the {level} level is calculated; 0 calculates it at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the schedule may be suspended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long to wait before trying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long what is measured must be right again before its alarm is cleared, so that it is not told again and again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many data sources are read side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many days ahead this calendar is filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many days in a row without maintenance raise an alarm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many days of the new year make a week its first; 4 with first-day-of-week 2 is ISO 8601.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many failures in a row of scheduled aggregation raise an alarm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many rows are purged in one transaction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many rows of a table are taken over in one transaction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tables are written side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many weeks the three months of a fiscal quarter have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many writers calculate recent data and how many older data; flex lends idle ones to the other side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much data one folder of an export takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much data one transaction of the transformation takes; 0 takes all at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much room the disks of the Info Mart&apos;s file and of the exports must have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a failed write is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the connection to the mail server is protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use, so left for the next run to drop: {left}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use, so their partitions are left for the next run: {left}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Info Mart   {info_mart}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Info Mart {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not stop in time and is killed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gave no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had committed nothing; the next run begins where it began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had committed {rows} rows{commits}, which stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had committed {told} rows, which stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has ended already; nothing changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not started; it is taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds {found}, not made by this program: a real Info Mart is never touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is expected to end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is expected to start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is taken back. What it has rebuilt stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It starts when the extraction of a cycle is complete, and none {be} in progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It starts when the extraction of its cycle is complete, and that {be} still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was neither taken nor refused for {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was told to stop already and is ended by force now. {effects}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was told to stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its server is gone. {trace}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its worker on {server} was last heard of at {zone}. {run}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its worker on {server} was never heard of. {run}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its worker process {gone}. {trace}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its {maintain} never started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job_InitializeGIM has never ended well: no other job starts before. Run: gim-manager init</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps Job_AggregateGIM running inside its daily windows; then nobody starts or stops it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Launches Job_ExportGIM by its schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Launches Job_MaintainGIM once a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Launches Job_UpdateStats by its schedule (PostgreSQL only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Launches jobs by the schedule; false suspends all launches and leaves what runs alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, as this version does not build them: {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets a person run Job_UpdateStats and Job_ExportGIM too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked by another session, so left for the next time: {skipped}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making a server the scheduler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes from the start of one ETL cycle to the start of the next; 0 runs them back to back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ETL cycle has ended well since {since}: more than {intervals} times etl-frequency ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cycle had begun in this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cycle will have begun in this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data source has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data source has the role ICON_CFG: give it to exactly one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data source has the role ICON_CORE or ICON_MM, so that there are no interactions: give it to one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No half folder stays; the next run exports the same rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server is alive for this Info Mart, so nothing was asked for. Start one with: gim-manager serve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server is running now: nothing is launched until one is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server of this computer stands by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server was running{when}: nothing was launched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server {name} is alive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No worker process could be started: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody could make the launch of {last} in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody could make the {gap} launches from {first} to {last} in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known to this program; kept as an import brought it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else runs: the maintenance of the hold of {owner} begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing holds it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed, because others were faster. {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. An administrator of the database can run what this prints: gim-manager init --roles --print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {aggregate} takes parameters; {job} takes none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purges what is older than the retention options say and extends the calendars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised at   {raised_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raises an alarm when Job_AggregateGIM failed aggregation-failures times in a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raises an alarm when a run failed; the next Complete run of that job clears it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raises an alarm when no ETL cycle has ended well for no-good-cycle-intervals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raises an alarm when scheduled maintenance was missed for maintenance-missed-days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raises an alarm when the worker of a run was lost; the next Complete run of that job clears it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raises an alarm while a data source is late by more than delayed-data-threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raises an alarm while a disk has less room than disk-free-megabytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raises an alarm while a run takes longer than the P95 of the last 60 of its job; one in twenty does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raises an alarm while a table has rows for which there is no partition (PostgreSQL).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raises an alarm while the schedule is suspended for longer than schedule-suspended-minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raises an alarm while there are partitions for less than partitions-ahead-days (PostgreSQL).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read by nothing: multimedia rows stand in the tables of voice rows, and in their partitions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read by nothing: no table of outbound rows is extracted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read by nothing: there is no table of erasure requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebuilds {span} ({zone}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebuilds {span} ({zone}): {part}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshes the planner&apos;s statistics (PostgreSQL).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing a data source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {id} of the audit trail ({at} UTC, {actor}, {action})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule        {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {id} was this launch already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {run_id} is no longer this worker&apos;s: its server was not heard of for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running {job}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs command-line for each message, with the alarm as JSON on its standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite has no roles: whoever may write the file is its administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled maintenance was missed on {days} day in a row; it ended well last at {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled maintenance was missed on {days} day in a row; it has never ended well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled maintenance was missed on {days} days in a row; it ended well last at {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled maintenance was missed on {days} days in a row; it has never ended well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends alarms as JSON by POST to webhook-url.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends alarms by mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends alarms to syslog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent at     {raised_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers that stand by work runs too, so that the jobs are spread over their computers (PostgreSQL); each must reach the data sources. Job_MigrateGIM and Job_ExportGIM stay with the leader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several servers could be meant: {part}. Name one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity    {severity}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started on {server}, {total_seconds} s after its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started on {server}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started, {total_seconds} s after its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts Job_MigrateGIM by itself when the schema is older than the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts now, although {running}: beside it a job can end in a deadlock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syslog at {where} did not take the message: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TO {until} lies before FROM {since}: nothing lies between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables that are analyzed stay so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing a channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing a data source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ETL cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ETL cycle of {at} begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ETL cycle of {due_at} begins late: it was not launched at its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ETL cycle of {due_at} begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ETL window is open, and maintenance never starts in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ETL window opened before maintenance could start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ETL window {be} closed{closed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Info Mart is of version {step} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address from which alarms come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The addresses to which alarms go, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit trail ends with row {number}, but row {head_id} was recorded last: its end is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit trail has lost its beginning and its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bounds between the service time intervals of {of} interactions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channel is switched off: set [alarms] {channel} to true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channel was switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The character set of the CSV files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of {host} is {seconds} seconds ahead of the clock of the database: set it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of {host} is {seconds} seconds behind the clock of the database: set it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration check keeps {job} from starting: {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cycle of {began_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data source {name}: {problems}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data source {render_as_string} needs at least one role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data source {source} cannot be read: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day on which the fiscal year begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of {folder} ({holds}) has {free} MB left, less than disk-free-megabytes {least}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The duration of {job} is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine that calculates aggregates; the vendor&apos;s class name is taken as the built-in one, any other keeps Job_AggregateGIM from starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export could not be written: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extraction of the cycle, run {id}, is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The final ETL cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The final ETL cycle of {due_at} begins late: it was not launched at its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The final ETL cycle of {due_at} begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first day of a week: 1 is Sunday, 2 is Monday.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first year of this calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hold of {owner} expired after {length}: launches are no longer suspended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hold of {owner} expired after {length}: launches are no longer suspended. Its {maintain} never started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hold of {owner} suspends the schedule until {until}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hold of {owner} suspends the schedule until {until}: {so}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hold of {owner} waits for {runs} to end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job parameters are wrong at character {column}: {right}. Write {command} SET:START:END, such as {command2} ALLSETS:2014-05-01:2014-05-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring of this computer {what}: {why}. Leave the password out of the connection and give it by PGPASSFILE or in GIM_MANAGER_DB instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The least important lines that are kept in the log of a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of a partition of extracted rows of calls and logins (PostgreSQL).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of a partition of facts and history (PostgreSQL); where it is not set, 30 days, or 60 if facts are kept for three years, as is advised there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of an interval at the SUBHOUR level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log lines and steps of a run are deleted after this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server {host} did not take the message: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server {host} refused {refused}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server {host}:{port} cannot be reached: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the mail server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The options of [{section}] changed: all days of {name} are filled anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password file {file} of the data source {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of the socket, or HOST:PORT for UDP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port of the mail server: 587 for starttls, 465 for tls, 25 for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile folder {folder} cannot be made: {strerror}. Choose another: --profile DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reasons why launches were not made are deleted after this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample centre: {calls} calls, {agents} agents; {offered} customers&apos; calls offered, {answered} answered, {abandoned} abandoned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule cannot be read: an option is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule has been held by {owner} since {since}; the hold expires at {expires}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule has been suspended since {switched}: set run-scheduler to true to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule is suspended: run-scheduler is false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule {be} suspended{when} by the maintenance hold of {owner}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule {lasting} suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema is older than this program, and on-demand-migration is true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema is older than this program. Bring it up to date with: gim-manager migrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema is older than this program: it is {words}. This server waits until it is brought up to date with: gim-manager migrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema of this Info Mart is newer than this program: nothing can run. Use the newer program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema of this Info Mart is older than this program. Bring it up to date with: gim-manager migrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema of this Info Mart is older than this program: only Job_MigrateGIM can run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema of {where} is newer than this program: it is {found}, and this program knows {known}. Use the newer program; this one changes nothing there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema of {where} is older than this program: it is {found}, and this program needs {known}. Only Job_MigrateGIM can run. Make a backup, then bring it up to date with: gim-manager migrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema {schema} of {url}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret file {file} of the channel {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret of the channel webhook takes headers, one a line, such as `Authorization: …`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server of this program is not alive yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server that worked it was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server {server} (version {version}) works on this Info Mart with its older schema. End it, wait for its runs to end, then migrate again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps that are done stay; the schema stays between two versions until it is run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps that were done stay; the next run goes on after them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The webhook at {where} answered {code} {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The webhook at {where} cannot be reached: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole path of a program, and its arguments; no shell reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window of aggregation closed at {closed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window of aggregation closed before it could start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window of aggregation {be} closed{when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window of aggregation {be} open until {closes}, and it {be2} to start again at {restart}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window of aggregation {be} open until {closes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The windows of aggregation leave no gap for maintenance between maintain-start-time {at} and etl-start-time {opens}: it waits until the ETL window opens, and is dropped there. Shorten aggregate-duration {length}, or move aggregate-schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zone of every time in this section; choose that of the business, so that a day ends at its midnight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zone whose days and hours label the quarter hours of this calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no facts on {empty}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are partitions for {days} more day, less than partitions-ahead-days {least}: run {maintain}, which makes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are partitions for {days} more days, less than partitions-ahead-days {least}: run {maintain}, which makes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a data source {name} already. Remove it first, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a demo in {place} already. Choose another folder, or open it with: gim-manager --db {mart}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a saved connection {name} already. Remove it first, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no channel {text}. The channels are {channel}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data source {name}. List them with: gim-manager sources list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data source {name}. The data sources are {part}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data source. Add one with: gim-manager sources add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data source. Add one with: gim-manager sources add NAME URL --role ROLES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no event log on this computer: only Windows has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no job named {name}. The jobs are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option {name} in [{section}]. List them with: gim-manager options list {section2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run {run_id}. List the runs with: gim-manager jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no saved connection {name}. List them with: gim-manager connections list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no section [{section}], which holds {name}. The sections are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no section {section}. The sections are {sections}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time zone named {name}. Write an IANA name such as Europe/Berlin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Info Mart came to be at {born}: nothing could run in it before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Info Mart is not initialized: only Job_InitializeGIM can run, by gim-manager init.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a test message: alarms of this Info Mart reach you this way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no option file. {problems}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server was not heard of for 15 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns extracted rows into dimensions and facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the last step is done, the views of the Info Mart are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for a server to start it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for re-aggregation {id} to end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the ETL cycle to end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for {others} to end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week 1 begins on 1 January, whatever day that is, and no week belongs to two years.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is purged stays purged; the next run goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is rebuilt stays; the rest keeps the aggregates that it has. Aggregation goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it has filled stays; run it again to complete the Info Mart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it has rebuilt stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What rows that contradict themselves do: discarded and recorded, discarded, or the job fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When Job_ExportGIM is launched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When Job_UpdateStats is launched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When daily maintenance falls due; outside the ETL window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the final ETL cycle begins; earlier than etl-start-time means on the next day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the first ETL cycle of the day begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the windows of aggregation open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where alarms are posted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where exports are written; made if it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which state of an agent wins when the DNs of one login disagree, the strongest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who logs in at the mail server; nothing means that nobody does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With fewer days than this left the calendar is filled again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works re-aggregation {run_id}: {parameters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes alarms into the Application log of Windows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes new and changed rows as CSV files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {days} days of a contact centre with {agents} agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YYYY-MM-DD or YYYY-MM-DD HH:mm:ss in UTC from 1970 on, or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[alarms] command-line takes the whole path of a program, not {program}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[gim-export] output-files-encoding = {name} names no character set, such as utf8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[run {run_id}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[{export}] start-date {export2} needs {name} {history} to be no less than days-to-keep-gim-facts {facts}: raise it, or unset start-date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[{key}] {key2} = {shown_value} (was {was})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[{section}] command-line cannot be read: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[{section}] date-time-min-days-ahead {least} is more than date-time-max-days-ahead {most}: the calendar would be filled anew by every run of maintenance. Set it to less than {most2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[{section}] syslog-address takes the path of a socket, or HOST:PORT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[{section}] webhook-url takes a URL that begins with https:// or http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[{section}] {name} = {value} is not valid: it takes {right}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[{section}] {name} has no effect in this version: {not_honoured}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[{section}] {name} holds a character that no value has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[{section}] {name} is not set: without it nothing can be sent this way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[{section}] {name} stands in line {lines} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[{section}] {name} takes addresses such as ann@example.com, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[{section}] {name} was changed {changes} times: nothing lies {back} changes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a blank is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colon and the first day are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colon and the last day are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day MM-DD, the 28th of a month at the latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day is written YYYY-MM-DD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a hyphen and a level are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a length from 00:00 to 24:00, HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a range does not run backwards over its end; write {numbers}-{highest},0-{numbers2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row of {name} cannot be taken: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step is 1 to {highest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table or view named {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time of day from 00:00 to 23:59, HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from {low} to {high} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number of at least {low}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number of at least {low} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aggregate {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aggregate-duration 00:00 makes windows without length, so that aggregation never runs: set a longer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aggregation starts again afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aggregation window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ahead of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alarm channel tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already initialized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an assignment was expected, not {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {telling} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any text on one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at {opening}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the first extraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins late: it was not launched at its time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belongs to another Info Mart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calendar {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chunk {number} of {chunks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>courier {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>daily maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default=flex(3:1) or strict, 10 writers at most, then ,hour(22-6)=flex(1:4) or =purge for some hours if wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not keep the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended by force: it reached no safe point in time; what it had committed stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended unexpectedly with exit code {exit_code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended unexpectedly with exit code {exit_code}; its last words: {last_words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final ETL cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follows the facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follows the facts · {waiting} intervals pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {length}, with maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {begun}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gim-manager health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gim-manager run {run_id} {token}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gim-manager server {server}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>growing whole numbers, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heartbeat_at &gt; {clocks} - {total_seconds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold of {owner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {transactions} transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {transactions} transactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is seen to by the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be made in {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be reached ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not begin with postgresql://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ended well last at {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it gave no reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has never ended well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no table {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a file, not a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is about to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no text: an option file is written in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it serves one command and launches nothing by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its clock is more than 5 seconds off the clock of the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its table {name} has no column {missing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps it running until {closes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last heard of at {zone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>launch of {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>launched late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintain-start-time {at} leaves {free} minute before the ETL window opens at {opens}, which stops maintenance: leave at least {least_free}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintain-start-time {at} leaves {free} minute that no window of aggregation covers before the ETL window opens at {opens}, which stops maintenance: leave at least {least_free}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintain-start-time {at} leaves {free} minutes before the ETL window opens at {opens}, which stops maintenance: leave at least {least_free}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintain-start-time {at} leaves {free} minutes that no window of aggregation covers before the ETL window opens at {opens}, which stops maintenance: leave at least {least_free}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintain-start-time {at} lies inside the ETL window from {start} to {end}: set it to a time between the end and the next start, or set run-maintain to false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never heard of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never starts it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next run of Job_AggregateGIM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next run of Job_ExportGIM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next run of Job_ExtractICON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next run of Job_MaintainGIM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next run of Job_TransformGIM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next run of a job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no calendar has a day before {calendar_years} or after {calendar_years2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no hierarchy with service time intervals is built yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no server was heard of for more than 30 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing can be written there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing extracted since the last transformation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing more is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to analyze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to purge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {server}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once run-scheduler is true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once the hold of {owner} has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one writer builds all, what is recent before what is older or asked for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others than its owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output-directory {path} on {host}: {problem}. Set it to a folder in which the server may write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partitions-ahead-days {least} is not less than partitioning-ahead-range {ahead}: the alarm would be raised every day before maintenance. Raise partitioning-ahead-range to at least {least2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>purge {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run-aggregates is true, so the schedule {state}{suspended}. To start it by hand set run-aggregates to false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scheduled {maintain} {id} is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signal {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sslmode is one of {tls}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts it by itself in the window open until {closes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts it next at {opening}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays Scheduled until one is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table {number} of {exported}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that no window of aggregation covers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Info Mart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Info Mart was up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full; free some space and try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the facts of {purged} were purged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file lies on a network drive, where SQLite damages files; use a local disk or PostgreSQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the final cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the flavor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the highest is {highest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last day {end} lies before the first day {start}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the manager&apos;s tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a character set, such as utf8 or windows-1252</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a time zone, such as Europe/Berlin, or GMT+h:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the {what} holds a character that no name has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the {what} {name} is longer than {longest_name} letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the password of a key cannot be kept; leave sslpassword out of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the path of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the role here is {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scheduler met an error that it does not know: {name}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the settings cannot be kept ({strerror})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table {telling}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table {telling} and {telling2} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tables {telling}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tables {telling} and {telling2} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {what} has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their aggregates would be deleted, and nothing could be built in their place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no day {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this launch is caught up with afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this launch is dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tidying the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times etl-frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timezone is GMT because nobody has set it, while {host} keeps {kept}: set it to the zone of the business, or to GMT if that is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timezone {name} can mean several zones and is read as {better}: write that name instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {ended}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transaction shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two fields, MINUTE HOUR, such as `30 2` or `0/10 *`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version {info_mart} of the Info Mart and {manager} of the manager&apos;s tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was due at {}, and was not made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was ended from outside ({part})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was ended from outside ({part}); its last words: {last_words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weeks {weeks} year {month}-{day}/{week_pattern}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when an older schema is found next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when the server tidies up next, once a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will have ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words {pid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker {pid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would be due at {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write %2F for a / in its password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write %2F, %3F, %40 for a / ? @ in its password, and a number as port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a number, a range such as 1-5, or *, each with a step such as /10 if wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{act} needs the {needed} role, and the role here is {found}. An administrator of the database grants it: {grant}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{act} needs the {needed} role, and {user} has the {found} role. An administrator of the database grants it: {grant}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{after_last} after what is transformed so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{aggregate} failed once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{aggregate} failed {failures_in_a_row} times in a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{aggregate} is started, and the request is handed over once it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{all_sets} or a hierarchy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{analyzed} table analyzed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{analyzed} tables analyzed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before_first} before the first day that was ever loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{begins} when {aggregate} runs; nobody has started it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{begins} when {aggregate} runs; the schedule starts it next at {opening} once run-scheduler is true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{begins} when {aggregate} runs; the schedule starts it next at {opening}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{begins} when {aggregate} runs; the schedule starts it next once run-scheduler is true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{begins} when {aggregate} runs; the schedule starts it next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{begins} when {aggregate} runs; the schedule starts it once run-scheduler is true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{begins} when {aggregate} runs; the schedule starts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{begins} when {job} {id} runs, which waits to start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{by} ended the hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{by} set [{section}] {name} to {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calls} calls, {answered} answered and {abandoned} abandoned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{choices} in any order, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{command} is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{configurations} data sources have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{configurations} data sources have the role ICON_CFG: give it to exactly one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{delayed} The data source {name} is {seconds} seconds late; awaited are {awaited}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{delayed} The data source {source} was {seconds} seconds late at its last extraction; awaited are {awaited}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error} It was skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{failures_in_a_row} times in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fields} fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read: {strerror}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folders} folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folders} folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gap} launches from {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group} {options} makes {number} partitions of each table, with {kept} {etl}: PostgreSQL gets slow, and may run out of locks. Set it to at least {least}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} after {leader}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} cannot be the scheduler: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} was last heard of {silent} seconds ago: it may be gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} is due by its schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} is due by {option} {value}: last at {last}, next at {following}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} is expected to run{when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} is for PostgreSQL only; on SQLite Job_MaintainGIM does its work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} is not launched beside {job2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} met an error that it does not know: {name}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} ran{since}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} re-aggregation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} runs by its schedule only. To run it by hand set [manager] allow-run-all-jobs to true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} runs on PostgreSQL only, and this Info Mart is on SQLite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} runs on PostgreSQL only, and this is SQLite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} runs only where a person asks for it, and nobody did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} runs since {since}, and is expected to end at {until}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} runs since {since}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} was missed at {tick} and is made up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {id} already waits, so this launch is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {id} ended; goes on with the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {id} has run since {start_time}: longer than its P95 of {usual} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {id} has to run alone; aggregation starts again afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {id} is already running, and it runs until it is stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {id} is already waiting to start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {id} is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {id} is {status}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {id} ran since {since};</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {id} still runs, so this launch is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {id} was at work without a living server: it is {status}. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {id} will run since {since};</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {lasting} switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {run_id} is expected to run{when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {run_id} ran{since}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {run_id} runs since {since}, and is expected to end at {until}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {run_id} runs since {since}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job} {status}, {rows} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} AND start_ts &gt;= {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left_out} more lines were left out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line} is neither [section] nor name = value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{local} on {local2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{maintain} {run_id} of the hold of {owner} has ended: launches are no longer suspended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{manager} to {manager2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{manager} {why}. It holds the job list, the options and the audit trail of this Info Mart; put the right file back, or create a new Info Mart with: gim-manager init</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} are not built by this version: there is nothing to rebuild. It builds {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} is not built by this version: there is nothing to rebuild. It builds {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment}; the final cycle {be} due at {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment}; the next cycle {be} due at {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{named} failed: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{named} was lost: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot make the roles {missing}: that needs CREATEROLE. {instead}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} did not end within {seconds} seconds and was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ended at {ended_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ended with {code}{said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} had not ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds {object}, which {encoding} cannot write. Choose another [gim-export] output-files-encoding, such as utf8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is rebuilt: {rows} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} stands in no section: write [section] above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was deleted: it is older than {days} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was read up to number {mark}, but now it counts only to {current}: this is not the database that it was. If that is right, remove the data source and add the database under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was {done} {count} times. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was {done}. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} will be {done} {count} times. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} will be {done}. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} will have ended at {ended_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} will not have ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {configuration} is less than days-to-keep-gim-facts {facts}: facts would outlive the objects that they refer to. Set it to at least {facts2}, or unset it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {value} names no engine that this program has: set it to {engines}, or unset it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, down to {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: each step has a name of its own, and one statement a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: step {found} does not say why SQLite differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: step {found} is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: step {found} is for {found2}, which is no database of ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the days whose facts were purged keep the aggregates they have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the header lacks {missing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {first} names no step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{none}. Alive are {part}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{owner} holds the schedule already, since {since} and until {until}. There is one hold at a time; end it with: gim-manager hold --end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}. The run is seen to by the next one; when all is well again, start a server with: gim-manager serve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}. The run stays Scheduled until one is there; when all is well again, start a server with: gim-manager serve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{program} cannot be started: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{program} may be changed by others than its owner: chmod go-w {program2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} ({count} times)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} It waits until {at} at the latest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} {part} was started by {requested_by} and runs until it is stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{record} {levelname} {message} [run {run_id}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{requested_by} asked for {job}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows of {table} contradicted itself and was left out: it {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows of {table} contradicted themselves and were left out: each {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} [error-policy] error-policy-irf-exception = exception lets the job fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown_url} is no IDB: it has no table G_PROV_CONTROL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{span} rebuilt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} 00:00 to {end} 00:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status} by {stopped_by}{run}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stays}; the rest was rolled back, and the next run goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stopped_by} asked it to stop{run}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{switch} is false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table} has {rows} row in its default partition, for want of one of their time. None is lost; {maintain} moves them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table} has {rows} rows in its default partition, for want of one of their time. None is lost; {maintain} moves them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{taken} The channel is switched off: set [alarms] {channel} to true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} has no time: write it behind @, such as {extract}@2026-11-23T06:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} has {fields}, but a schedule has two: MINUTE HOUR, such as `30 2`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not JOB=MINUTES, such as {extract}=5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not a date. Write YYYY-MM-DD, such as 2027-03-28.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not a time of day. Write HH:mm, such as 06:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not a time. Write ISO 8601, such as 2026-11-23T06:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} lies outside the time from FROM to TO.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} lies too far away: the year is one from {years} to {years2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: MINUTES is a whole number from 1 to {most_minutes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: {member} is not right for the {name}: {wrong}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}it holds back {job}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{there} is a file, not a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told} was changed, or a row before it was taken away or put in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unread} of {results} sources could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} is an Info Mart already. A demo needs a database of its own: name another by --db.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{user} has the {found} role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{voided} launches of times more than a day ahead count as not made: a clock had been ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{waiting} message about alarms could not be delivered by {channel} and will be tried again: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{waiting} messages about alarms could not be delivered by {channel} and will be tried again: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{waiting} {noun}, chunk {number} of {chunks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} cannot be reached: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} cannot be read: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is one of {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is open to {them}: chmod {closed_to}= {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {option} is false{when} (set by {by}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {option} is false{when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {option} was false{when} (set by {by}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {option} was false{when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} is not an Info Mart of GIM Manager. Create one in an empty database with: gim-manager init</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} is not an Info Mart of GIM Manager. It holds {found}, not made by this program: a real Info Mart is never touched. Create one in an empty database with: gim-manager init</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} is reached through a pooler (PgBouncer) that gives each transaction another session; the program listens and holds locks, which need one of their own. Connect to PostgreSQL itself, or set pool_mode = session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} only reads: it is a standby, or default_transaction_read_only is on. A server must write; start it on the primary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}. Trying again in {delay} seconds ({attempt} of {retries}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} (it is {version})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} cannot be started: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>This Info Mart cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
