<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Run Job</source>
        <translation>Job starten</translation>
    </message>
    <message>
        <source>Ask for a run of a job</source>
        <translation>Einen Lauf eines Jobs anfordern</translation>
    </message>
    <message>
        <source>Run again…</source>
        <translation>Erneut starten…</translation>
    </message>
    <message>
        <source>Ask for the job of the selected run once more, with its Job Parameters</source>
        <translation>Den Job des ausgewählten Laufs noch einmal anfordern, mit seinen Job-Parametern</translation>
    </message>
    <message>
        <source>Undo re-aggregation…</source>
        <translation>Neuaggregation rückgängig machen…</translation>
    </message>
    <message>
        <source>Put back the rows that the selected re-aggregation has changed</source>
        <translation>Die Zeilen wiederherstellen, die die ausgewählte Neuaggregation geändert hat</translation>
    </message>
    <message>
        <source>Run jobs one by one…</source>
        <translation>Jobs einzeln ausführen…</translation>
    </message>
    <message>
        <source>For trials: the schedule is off meanwhile, and what was on is put back</source>
        <translation>Für Proben: Der Zeitplan ist so lange aus, und was an war, kommt zurück</translation>
    </message>
    <message>
        <source>Stop Job</source>
        <translation>Job stoppen</translation>
    </message>
    <message>
        <source>Stop the selected runs, or take back what waits</source>
        <translation>Ausgewählte Läufe stoppen oder Wartende zurückziehen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Read everything on the screen again</source>
        <translation>Alles auf dem Bildschirm neu lesen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Follow changes as they happen</source>
        <translation>Änderungen folgen, sobald sie geschehen</translation>
    </message>
    <message>
        <source>Suspend schedule</source>
        <translation>Zeitplan aussetzen</translation>
    </message>
    <message>
        <source>Stop all launches: sets run-scheduler to false</source>
        <translation>Alle Starts unterlassen: setzt run-scheduler auf false</translation>
    </message>
    <message>
        <source>Hold schedule for 4 hours</source>
        <translation>Zeitplan für 4 Stunden anhalten</translation>
    </message>
    <message>
        <source>Stop all launches; they resume by themselves after 4 hours</source>
        <translation>Alle Starts unterlassen; nach 4 Stunden geht es von selbst weiter</translation>
    </message>
    <message>
        <source>Start a server here</source>
        <translation>Hier einen Server starten</translation>
    </message>
    <message>
        <source>A server inside this window: it launches, or stands by while another one does</source>
        <translation>Ein Server in diesem Fenster: er startet Jobs, oder er steht bereit, solange ein anderer das tut</translation>
    </message>
    <message>
        <source>Make this server the scheduler</source>
        <translation>Diesen Server zum Scheduler machen</translation>
    </message>
    <message>
        <source>The server of this window launches, and no other</source>
        <translation>Der Server dieses Fensters startet Jobs und kein anderer</translation>
    </message>
    <message>
        <source>Export jobs…</source>
        <translation>Jobs exportieren…</translation>
    </message>
    <message>
        <source>Write the filtered list into a CSV file</source>
        <translation>Die gefilterte Liste in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected runs as a table</source>
        <translation>Die ausgewählten Läufe als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Select every fetched run</source>
        <translation>Alle geladenen Läufe auswählen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the page</source>
        <translation>Die Seite durchsuchen</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Show everything on the page</source>
        <translation>Alles auf der Seite zeigen</translation>
    </message>
    <message>
        <source>ETL status</source>
        <translation>ETL-Status</translation>
    </message>
    <message>
        <source>Show or hide the panel at the left</source>
        <translation>Das Feld links zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Show or hide the details below the list</source>
        <translation>Die Details unter der Liste zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Alarms…</source>
        <translation>Alarme…</translation>
    </message>
    <message>
        <source>What is raised, and the channels that tell of it</source>
        <translation>Was aktiv ist, und die Kanäle, die es melden</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
    <message>
        <source>Show every column in its usual place and width</source>
        <translation>Jede Spalte an ihrem üblichen Platz und in ihrer üblichen Breite zeigen</translation>
    </message>
    <message>
        <source>Create demo…</source>
        <translation>Demo anlegen…</translation>
    </message>
    <message>
        <source>Make a sample contact centre and an Info Mart in one folder</source>
        <translation>Ein Beispiel-Contact-Center und ein Info Mart in einem Ordner anlegen</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Open a local Info Mart; its server runs inside this window</source>
        <translation>Ein lokales Info Mart öffnen; sein Server läuft in diesem Fenster</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>Verbindungen…</translation>
    </message>
    <message>
        <source>Saved connections, and a new one to PostgreSQL</source>
        <translation>Gespeicherte Verbindungen und eine neue zu PostgreSQL</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Let go of this Info Mart</source>
        <translation>Dieses Info Mart loslassen</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>Aufzeichnen…</translation>
    </message>
    <message>
        <source>Write what happened lately into one file for support, without a name of anybody</source>
        <translation>Was kürzlich geschah, in eine Datei für den Support schreiben, ohne einen Namen von irgendwem</translation>
    </message>
    <message>
        <source>Open a recording…</source>
        <translation>Aufzeichnung öffnen…</translation>
    </message>
    <message>
        <source>Look at what happened elsewhere; nothing in it can be changed</source>
        <translation>Ansehen, was anderswo geschah; nichts darin lässt sich ändern</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>Keep this Info Mart in a file, while it is used</source>
        <translation>Dieses Info Mart im Betrieb in einer Datei sichern</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Zurückspielen…</translation>
    </message>
    <message>
        <source>Make an Info Mart of a backup&apos;s file, and open it</source>
        <translation>Aus der Datei einer Sicherung ein Info Mart machen und es öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Das Fenster schließen</translation>
    </message>
    <message>
        <source>About GIM Manager</source>
        <translation>Über GIM Manager</translation>
    </message>
    <message>
        <source>Version and parts</source>
        <translation>Version und Bestandteile</translation>
    </message>
    <message>
        <source>no Info Mart is open</source>
        <translation>kein Info Mart ist geöffnet</translation>
    </message>
    <message>
        <source>The server runs inside this window.</source>
        <translation>Der Server läuft in diesem Fenster.</translation>
    </message>
    <message>
        <source>Without it no job starts until the window is open again.</source>
        <translation>Ohne ihn startet kein Job, bis das Fenster wieder offen ist.</translation>
    </message>
    <message>
        <source>Quit GIM Manager?</source>
        <translation>GIM Manager beenden?</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message numerus="yes">
        <source>Stop {n} jobs and end the server?</source>
        <translation>
            <numerusform>{n} Job stoppen und den Server beenden?</numerusform>
            <numerusform>{n} Jobs stoppen und den Server beenden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop and end</source>
        <translation>Stoppen und beenden</translation>
    </message>
    <message>
        <source>End the server here</source>
        <translation>Den Server hier beenden</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Laufen lassen</translation>
    </message>
    <message>
        <source>Another server takes over the schedule.</source>
        <translation>Ein anderer Server übernimmt den Zeitplan.</translation>
    </message>
    <message numerus="yes">
        <source>{names} and {n} more</source>
        <translation>
            <numerusform>{names} und {n} weiterer</numerusform>
            <numerusform>{names} und {n} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>{names}: what is committed stays, the rest is rolled back.</source>
        <translation>{names}: Was festgeschrieben ist, bleibt, der Rest wird zurückgerollt.</translation>
    </message>
    <message numerus="yes">
        <source>Stop {n} jobs and quit?</source>
        <translation>
            <numerusform>{n} Job stoppen und das Programm beenden?</numerusform>
            <numerusform>{n} Jobs stoppen und das Programm beenden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Stoppen und beenden</translation>
    </message>
    <message numerus="yes">
        <source>Discard {n} changes?</source>
        <translation>
            <numerusform>{n} Änderung verwerfen?</numerusform>
            <numerusform>{n} Änderungen verwerfen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, … ({n} more)</source>
        <translation>
            <numerusform>, … ({n} weitere)</numerusform>
            <numerusform>, … ({n} weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>When and who</source>
        <translation>Wann und wer</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Sektion</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Old → new</source>
        <translation>Alt → neu</translation>
    </message>
    <message numerus="yes">
        <source>{n} changes</source>
        <translation>
            <numerusform>{n} Änderung</numerusform>
            <numerusform>{n} Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Jobs</translation>
    </message>
    <message>
        <source>&amp;Schedule</source>
        <translation>&amp;Zeitplan</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>&amp;Verbindung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Open an Info Mart</source>
        <translation>Ein Info Mart öffnen</translation>
    </message>
    <message>
        <source>Connection: {name}</source>
        <translation>Verbindung: {name}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>Applied {n} changes</source>
        <translation>
            <numerusform>{n} Änderung angewendet</numerusform>
            <numerusform>{n} Änderungen angewendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported {n} changes</source>
        <translation>
            <numerusform>{n} Änderung importiert</numerusform>
            <numerusform>{n} Änderungen importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message numerus="yes">
        <source>{n} warnings</source>
        <translation>
            <numerusform>{n} Warnung</numerusform>
            <numerusform>{n} Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>a recording is only read</source>
        <translation>eine Aufzeichnung wird nur gelesen</translation>
    </message>
    <message>
        <source>needs the {role} role</source>
        <translation>benötigt die Rolle {role}</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>This is a recording: nothing in it can be changed, and its clock stands.</source>
        <translation>Das ist eine Aufzeichnung: Nichts darin lässt sich ändern, und ihre Uhr steht.</translation>
    </message>
    <message>
        <source>{login} has the {role} role here.</source>
        <translation>{login} hat hier die Rolle {role}.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Last accepted</source>
        <translation>Zuletzt angenommen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Syslog</source>
        <translation>Syslog</translation>
    </message>
    <message>
        <source>Windows event log</source>
        <translation>Windows-Ereignisprotokoll</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>raised at {moment}</source>
        <translation>aktiv seit {moment}</translation>
    </message>
    <message>
        <source>raised at {moment}, cleared at {cleared}</source>
        <translation>aktiv ab {moment}, beendet um {cleared}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>nicht eingerichtet</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>gestört</translation>
    </message>
    <message numerus="yes">
        <source>{n} messages on the way</source>
        <translation>
            <numerusform>{n} Nachricht unterwegs</numerusform>
            <numerusform>{n} Nachrichten unterwegs</numerusform>
        </translation>
    </message>
    <message>
        <source>No alarm is raised</source>
        <translation>Kein Alarm ist aktiv</translation>
    </message>
    <message numerus="yes">
        <source>{n} alarms raised</source>
        <translation>
            <numerusform>{n} Alarm aktiv</numerusform>
            <numerusform>{n} Alarme aktiv</numerusform>
        </translation>
    </message>
    <message>
        <source>Alarm: {subject}</source>
        <translation>Alarm: {subject}</translation>
    </message>
    <message>
        <source>Alarm: {subject} and {more} more</source>
        <translation>Alarm: {subject} und {more} weitere</translation>
    </message>
    <message>
        <source>The schema of this Info Mart is older than this program.</source>
        <translation>Das Schema dieses Info Marts ist älter als dieses Programm.</translation>
    </message>
    <message>
        <source>Only Job_MigrateGIM can run, which brings it up to date. Make a backup first: there is no way back.</source>
        <translation>Nur Job_MigrateGIM kann laufen, der es auf den Stand bringt. Machen Sie vorher eine Sicherung: Es gibt keinen Weg zurück.</translation>
    </message>
    <message numerus="yes">
        <source>The configuration has {n} errors.</source>
        <translation>
            <numerusform>Die Konfiguration hat einen Fehler.</numerusform>
            <numerusform>Die Konfiguration hat {n} Fehler.</numerusform>
        </translation>
    </message>
    <message>
        <source>{kept} until it is mended: {message}</source>
        <translation>{kept}, bis das behoben ist: {message}</translation>
    </message>
    <message>
        <source>No job starts</source>
        <translation>Kein Job startet</translation>
    </message>
    <message numerus="yes">
        <source>{names} do not start</source>
        <translation>
            <numerusform>{names} startet nicht</numerusform>
            <numerusform>{names} starten nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Save untested</source>
        <translation>Ungeprüft speichern</translation>
    </message>
    <message>
        <source>Save without password</source>
        <translation>Ohne Passwort speichern</translation>
    </message>
    <message>
        <source>Reaching it …</source>
        <translation>Verbindung wird aufgebaut …</translation>
    </message>
    <message>
        <source>No roles are set up here: whoever connects may do everything.</source>
        <translation>Hier sind keine Rollen eingerichtet: Wer sich verbindet, darf alles.</translation>
    </message>
    <message>
        <source>The file can be read (SQLite {version}).</source>
        <translation>Die Datei ist lesbar (SQLite {version}).</translation>
    </message>
    <message>
        <source>PostgreSQL {version} answers, encrypted by {tls}.</source>
        <translation>PostgreSQL {version} antwortet, verschlüsselt mit {tls}.</translation>
    </message>
    <message>
        <source>PostgreSQL {version} answers, without TLS.</source>
        <translation>PostgreSQL {version} antwortet, ohne TLS.</translation>
    </message>
    <message>
        <source>The Info Mart is ready.</source>
        <translation>Das Info Mart ist bereit.</translation>
    </message>
    <message>
        <source>The Info Mart is empty: Job_InitializeGIM comes first.</source>
        <translation>Das Info Mart ist leer: Zuerst kommt Job_InitializeGIM.</translation>
    </message>
    <message>
        <source>Its schema is older than this program: run Job_MigrateGIM.</source>
        <translation>Sein Schema ist älter als dieses Programm: Starten Sie Job_MigrateGIM.</translation>
    </message>
    <message>
        <source>Its schema is newer than this program, which does not open it: use the newer program.</source>
        <translation>Sein Schema ist neuer als dieses Programm, das es deshalb nicht öffnet: Verwenden Sie das neuere Programm.</translation>
    </message>
    <message>
        <source>Running and stopping jobs, the schedule and the options are disabled for you.</source>
        <translation>Jobs starten und stoppen, der Zeitplan und die Optionen sind für Sie gesperrt.</translation>
    </message>
    <message>
        <source>Changing options is disabled for you.</source>
        <translation>Das Ändern von Optionen ist für Sie gesperrt.</translation>
    </message>
    <message>
        <source>Type the password, or give it by PGPASSFILE.</source>
        <translation>Geben Sie das Passwort ein, hier oder mit PGPASSFILE.</translation>
    </message>
    <message>
        <source>Check the user and the password.</source>
        <translation>Prüfen Sie Benutzer und Passwort.</translation>
    </message>
    <message>
        <source>Name the file with the certificate of the authority that signed the server&apos;s; require encrypts without proving who answers.</source>
        <translation>Nennen Sie die Datei mit dem Zertifikat der Stelle, die das des Servers signiert hat; require verschlüsselt, ohne dass der Server sich ausweist.</translation>
    </message>
    <message>
        <source>The authority in the root certificate file did not sign the server&apos;s certificate; ask for the right file.</source>
        <translation>Die Stelle in der Stammzertifikatsdatei hat das Zertifikat des Servers nicht signiert; fragen Sie nach der richtigen Datei.</translation>
    </message>
    <message>
        <source>Write the host as its certificate names it; verify-ca does not compare the names.</source>
        <translation>Schreiben Sie den Host so, wie ihn sein Zertifikat nennt; verify-ca vergleicht die Namen nicht.</translation>
    </message>
    <message>
        <source>The server offers no TLS. Let it be switched on there; prefer connects in clear.</source>
        <translation>Der Server bietet kein TLS an. Lassen Sie es dort einschalten; prefer verbindet im Klartext.</translation>
    </message>
    <message>
        <source>The server lets you in only encrypted: choose verify-full or require.</source>
        <translation>Der Server lässt Sie nur verschlüsselt ein: Wählen Sie verify-full oder require.</translation>
    </message>
    <message>
        <source>The server does not let this user in from this computer: its administrator adds them to pg_hba.conf.</source>
        <translation>Der Server lässt diesen Benutzer von diesem Computer nicht ein: Sein Administrator trägt ihn in pg_hba.conf ein.</translation>
    </message>
    <message>
        <source>Check how the host is written.</source>
        <translation>Prüfen Sie, wie der Host geschrieben ist.</translation>
    </message>
    <message>
        <source>Check host and port, and whether PostgreSQL listens there.</source>
        <translation>Prüfen Sie Host und Port, und ob PostgreSQL dort lauscht.</translation>
    </message>
    <message>
        <source>Nothing answers there: check the host, the port and the firewalls between.</source>
        <translation>Dort antwortet nichts: Prüfen Sie Host, Port und die Firewalls dazwischen.</translation>
    </message>
    <message>
        <source>Check the user.</source>
        <translation>Prüfen Sie den Benutzer.</translation>
    </message>
    <message>
        <source>Check the name of the database.</source>
        <translation>Prüfen Sie den Namen der Datenbank.</translation>
    </message>
    <message>
        <source>Or save it without the password, and type it each time you connect.</source>
        <translation>Oder speichern Sie ohne das Passwort und geben es bei jedem Verbinden ein.</translation>
    </message>
    <message>
        <source>Its password is in the keyring of this computer.</source>
        <translation>Das Passwort liegt im Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>Its password is kept nowhere: type it each time, or give it by PGPASSFILE.</source>
        <translation>Das Passwort wird nirgends aufbewahrt: Geben Sie es jedes Mal ein oder mit PGPASSFILE.</translation>
    </message>
    <message>
        <source>{name} and its kept password are forgotten; the Info Mart stays.</source>
        <translation>{name} und das aufbewahrte Passwort werden vergessen; das Info Mart bleibt.</translation>
    </message>
    <message>
        <source>Encrypted, and the server proves that it is the host named here.</source>
        <translation>Verschlüsselt, und der Server weist nach, dass er der hier genannte Host ist.</translation>
    </message>
    <message>
        <source>Encrypted, and an authority that you trust vouches for the server, whatever its name.</source>
        <translation>Verschlüsselt, und eine Stelle, der Sie vertrauen, bürgt für den Server, wie immer er heißt.</translation>
    </message>
    <message>
        <source>Encrypted, but the server proves nothing: another could stand in its place.</source>
        <translation>Verschlüsselt, aber der Server weist nichts nach: Ein anderer könnte an seiner Stelle stehen.</translation>
    </message>
    <message>
        <source>Encrypted if the server offers it, else in clear.</source>
        <translation>Verschlüsselt, wenn der Server es anbietet, sonst im Klartext.</translation>
    </message>
    <message>
        <source>In clear, unless the server insists on encryption.</source>
        <translation>Im Klartext, außer der Server besteht auf Verschlüsselung.</translation>
    </message>
    <message>
        <source>Always in clear.</source>
        <translation>Immer im Klartext.</translation>
    </message>
    <message>
        <source>As PGSSLMODE says; without it encrypted only if the server offers it.</source>
        <translation>Wie PGSSLMODE es sagt; ohne sie verschlüsselt nur, wenn der Server es anbietet.</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht festgelegt</translation>
    </message>
    <message>
        <source>The password and the data may cross the network in clear. Choose verify-full, or require where the server has no certificate that can be verified.</source>
        <translation>Passwort und Daten gehen womöglich im Klartext über das Netz. Wählen Sie verify-full, oder require, wenn der Server kein prüfbares Zertifikat hat.</translation>
    </message>
    <message>
        <source>Choose the file of the Info Mart.</source>
        <translation>Wählen Sie die Datei des Info Marts.</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>Der Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>Name the database.</source>
        <translation>Nennen Sie die Datenbank.</translation>
    </message>
    <message>
        <source>A database whose name holds ? / or @ cannot be named in a URL.</source>
        <translation>Eine Datenbank mit ? / oder @ im Namen lässt sich in einer URL nicht nennen.</translation>
    </message>
    <message>
        <source>{database} at {host}</source>
        <translation>{database} auf {host}</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Leads the schedule</source>
        <translation>Führt den Zeitplan</translation>
    </message>
    <message>
        <source>epoch {epoch} · {heard}</source>
        <translation>Epoche {epoch} · {heard}</translation>
    </message>
    <message>
        <source>last seen {at}</source>
        <translation>zuletzt gesehen {at}</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>Lease</translation>
    </message>
    <message>
        <source>Stands by</source>
        <translation>Steht bereit</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>No server is alive</source>
        <translation>Kein Server ist da</translation>
    </message>
    <message>
        <source>as of {at}</source>
        <translation>Stand {at}</translation>
    </message>
    <message>
        <source>Running now</source>
        <translation>Läuft gerade</translation>
    </message>
    <message>
        <source>Nothing runs</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>Re-aggregation {id}</source>
        <translation>Neuaggregation {id}</translation>
    </message>
    <message>
        <source>no end set</source>
        <translation>ohne festes Ende</translation>
    </message>
    <message>
        <source>The schedule is suspended</source>
        <translation>Der Zeitplan ist ausgesetzt</translation>
    </message>
    <message>
        <source>No launch is due</source>
        <translation>Kein Start steht an</translation>
    </message>
    <message>
        <source>Next runs</source>
        <translation>Nächste Läufe</translation>
    </message>
    <message>
        <source>Final cycle</source>
        <translation>Letzter Zyklus</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>Zyklus</translation>
    </message>
    <message>
        <source>Extracted to</source>
        <translation>Extrahiert bis</translation>
    </message>
    <message>
        <source>Transformed to</source>
        <translation>Transformiert bis</translation>
    </message>
    <message>
        <source>Aggregated to</source>
        <translation>Aggregiert bis</translation>
    </message>
    <message>
        <source>No aggregate is built yet. Job_AggregateGIM builds them from the facts.</source>
        <translation>Noch ist kein Aggregat gebildet. Job_AggregateGIM bildet sie aus den Fakten.</translation>
    </message>
    <message>
        <source>Of a schema that is older than this program nothing is shown here.</source>
        <translation>Von einem Schema, das älter als dieses Programm ist, wird hier nichts gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>{n} pending</source>
        <translation>
            <numerusform>{n} ausstehend</numerusform>
            <numerusform>{n} ausstehend</numerusform>
        </translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>keine Zeilen</translation>
    </message>
    <message>
        <source>newest {interval}</source>
        <translation>neuestes {interval}</translation>
    </message>
    <message>
        <source>never built</source>
        <translation>nie gebildet</translation>
    </message>
    <message numerus="yes">
        <source>{n} intervals pending since {since}</source>
        <translation>
            <numerusform>{n} Intervall steht aus seit {since}</numerusform>
            <numerusform>{n} Intervalle stehen aus seit {since}</numerusform>
        </translation>
    </message>
    <message>
        <source>{pending}, late</source>
        <translation>{pending}, verspätet</translation>
    </message>
    <message>
        <source>nothing pending</source>
        <translation>nichts steht aus</translation>
    </message>
    <message>
        <source>last rebuilt {at}</source>
        <translation>zuletzt neu gebildet {at}</translation>
    </message>
    <message>
        <source>never rebuilt on request</source>
        <translation>nie auf Anforderung neu gebildet</translation>
    </message>
    <message>
        <source>facts purged, cannot be rebuilt</source>
        <translation>Fakten gelöscht, nicht neu zu bilden</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>nicht geladen</translation>
    </message>
    <message>
        <source>no facts</source>
        <translation>keine Fakten</translation>
    </message>
    <message numerus="yes">
        <source>{n} facts</source>
        <translation>
            <numerusform>{n} Fakt</numerusform>
            <numerusform>{n} Fakten</numerusform>
        </translation>
    </message>
    <message>
        <source>aggregates pending</source>
        <translation>Aggregate stehen aus</translation>
    </message>
    <message>
        <source>aggregated</source>
        <translation>aggregiert</translation>
    </message>
    <message>
        <source>no aggregates</source>
        <translation>keine Aggregate</translation>
    </message>
    <message>
        <source>Choose days in the strip to re-aggregate them.</source>
        <translation>Wählen Sie Tage im Streifen, um sie neu zu aggregieren.</translation>
    </message>
    <message>
        <source>{first} 00:00 to {last} 24:00</source>
        <translation>{first} 00:00 bis {last} 24:00</translation>
    </message>
    <message>
        <source>{days}, {span}: can be rebuilt from their facts.</source>
        <translation>{days}, {span}: Aus ihren Fakten lassen sie sich neu bilden.</translation>
    </message>
    <message numerus="yes">
        <source>{days}, {span}: of {n} days there are no facts to rebuild from.</source>
        <translation>
            <numerusform>{days}, {span}: Für {n} Tag gibt es keine Fakten.</numerusform>
            <numerusform>{days}, {span}: Für {n} Tage gibt es keine Fakten.</numerusform>
        </translation>
    </message>
    <message>
        <source>{days}, the facts to rebuild from are there.</source>
        <translation>{days}, die Fakten zum Neubilden sind da.</translation>
    </message>
    <message numerus="yes">
        <source>{days}, of {n} days there are no facts to rebuild from.</source>
        <translation>
            <numerusform>{days}, für {n} Tag gibt es keine Fakten.</numerusform>
            <numerusform>{days}, für {n} Tage gibt es keine Fakten.</numerusform>
        </translation>
    </message>
    <message>
        <source>too few runs for a P95</source>
        <translation>zu wenige Läufe für ein P95</translation>
    </message>
    <message numerus="yes">
        <source>{job}: {n} runs, latest {latest}, {usual}</source>
        <translation>
            <numerusform>{job}: {n} Lauf, letzter {latest}, {usual}</numerusform>
            <numerusform>{job}: {n} Läufe, letzter {latest}, {usual}</numerusform>
        </translation>
    </message>
    <message>
        <source>{at}: {by} set {option} to {value}</source>
        <translation>{at}: {by} hat {option} auf {value} gesetzt</translation>
    </message>
    <message>
        <source>its default</source>
        <translation>den Standardwert</translation>
    </message>
    <message numerus="yes">
        <source>{n} intervals</source>
        <translation>
            <numerusform>{n} Intervall</numerusform>
            <numerusform>{n} Intervalle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} sets late: {intervals} pending since {begun}</source>
        <translation>
            <numerusform>{n} Satz verspätet: {intervals} stehen aus seit {begun}</numerusform>
            <numerusform>{n} Sätze verspätet: {intervals} stehen aus seit {begun}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} intervals pending, none late</source>
        <translation>
            <numerusform>{n} Intervall steht aus, keines verspätet</numerusform>
            <numerusform>{n} Intervalle stehen aus, keines verspätet</numerusform>
        </translation>
    </message>
    <message>
        <source>All aggregates agree with the facts</source>
        <translation>Alle Aggregate stimmen mit den Fakten überein</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Intervals to be aggregated</source>
        <translation>Noch zu aggregierende Intervalle</translation>
    </message>
    <message numerus="yes">
        <source>{n} days</source>
        <translation>
            <numerusform>{n} Tag</numerusform>
            <numerusform>{n} Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Partitions ahead</source>
        <translation>Partitionen voraus</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Sources and lag</source>
        <translation>Quellen und Verzug</translation>
    </message>
    <message>
        <source>No source has been read</source>
        <translation>Noch ist keine Quelle gelesen</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>{name} is late</source>
        <translation>{name} ist verspätet</translation>
    </message>
    <message>
        <source>maintain-start-time lies inside the ETL window, where maintenance never starts.</source>
        <translation>maintain-start-time liegt im ETL-Fenster, in dem Wartung nie beginnt.</translation>
    </message>
    <message>
        <source>The ETL window never closes: there is no time for scheduled maintenance.</source>
        <translation>Das ETL-Fenster schließt nie: Für geplante Wartung ist keine Zeit.</translation>
    </message>
    <message>
        <source>Job_MaintainGIM has not run yet: nothing tells how long it takes.</source>
        <translation>Job_MaintainGIM ist noch nicht gelaufen: Nichts sagt, wie lange er braucht.</translation>
    </message>
    <message>
        <source>Only {runs} of Job_MaintainGIM: {needed} are needed to tell whether it fits.</source>
        <translation>Erst {runs} von Job_MaintainGIM: {needed} sind nötig, um zu sagen, ob es passt.</translation>
    </message>
    <message>
        <source>{good} of the last {all} runs would have ended in that time ({share}).</source>
        <translation>{good} der letzten {all} Läufe wären in dieser Zeit fertig geworden ({share}).</translation>
    </message>
    <message>
        <source>95 of 100 runs take at most {length}.</source>
        <translation>95 von 100 Läufen brauchen höchstens {length}.</translation>
    </message>
    <message>
        <source>{runs} of the last {all} were stopped by a cycle that fell due.</source>
        <translation>{runs} der letzten {all} wurden von einem fälligen Zyklus gestoppt.</translation>
    </message>
    <message>
        <source>How long the longest take is not known: too many were stopped by a cycle that fell due.</source>
        <translation>Wie lange die längsten brauchen, ist nicht bekannt: Zu viele wurden von einem fälligen Zyklus gestoppt.</translation>
    </message>
    <message>
        <source>Maintenance at {due} has {length} before the cycle of {ends}{late}.</source>
        <translation>Wartung um {due} hat {length} bis zum Zyklus um {ends}{late}.</translation>
    </message>
    <message>
        <source>Maintenance at {due} cannot start before the cycle of {ends}: what runs before it ends too late.</source>
        <translation>Wartung um {due} kann vor dem Zyklus um {ends} nicht beginnen: Was vorher läuft, endet zu spät.</translation>
    </message>
    <message>
        <source>, for it can start at {starts}</source>
        <translation>, denn beginnen kann sie um {starts}</translation>
    </message>
    <message>
        <source>It fits.</source>
        <translation>Sie passt.</translation>
    </message>
    <message>
        <source>Start it at {due} or earlier: {length} would be left for it.</source>
        <translation>Beginn um {due} oder früher: Dann bleiben {length} für sie.</translation>
    </message>
    <message>
        <source>No start time would do: the most that can be had is {length}, from {due} on.</source>
        <translation>Keine Startzeit würde reichen: Höchstens {length} sind zu haben, ab {due}.</translation>
    </message>
    <message>
        <source>The schedule does not launch it: run-scheduler or run-maintain is false.</source>
        <translation>Der Zeitplan startet sie nicht: run-scheduler oder run-maintain ist false.</translation>
    </message>
    <message>
        <source>While this computer slept, {span}</source>
        <translation>Während dieser Computer schlief, {span}</translation>
    </message>
    <message>
        <source>While the server on {host} slept or had no database, {span}</source>
        <translation>Während der Server auf {host} schlief oder keine Datenbank hatte, {span}</translation>
    </message>
    <message>
        <source>While no server was running, {span}</source>
        <translation>Während kein Server lief, {span}</translation>
    </message>
    <message>
        <source>Since {since}</source>
        <translation>Seit {since}</translation>
    </message>
    <message>
        <source>{since} to {until}</source>
        <translation>{since} bis {until}</translation>
    </message>
    <message>
        <source>{times} times from {since} to {until}</source>
        <translation>{times}-mal von {since} bis {until}</translation>
    </message>
    <message>
        <source>No server is running, since {since}</source>
        <translation>Kein Server läuft, seit {since}</translation>
    </message>
    <message>
        <source>{launches} due, {made_up} made up, {dropped} dropped by rule</source>
        <translation>{launches} fällig, {made_up} nachgeholt, {dropped} durch Regel entfallen</translation>
    </message>
    <message>
        <source>{launches} due so far</source>
        <translation>{launches} fällig bisher</translation>
    </message>
    <message>
        <source>no run</source>
        <translation>kein Lauf</translation>
    </message>
    <message>
        <source>{runs}, none failed</source>
        <translation>{runs}, keiner fehlgeschlagen</translation>
    </message>
    <message>
        <source>{runs}, {failed} failed ({jobs})</source>
        <translation>{runs}, {failed} fehlgeschlagen ({jobs})</translation>
    </message>
    <message>
        <source>{failed} failed ({jobs})</source>
        <translation>{failed} fehlgeschlagen ({jobs})</translation>
    </message>
    <message>
        <source>maintenance ran {span}</source>
        <translation>Wartung lief {span}</translation>
    </message>
    <message>
        <source>maintenance was stopped after {length}</source>
        <translation>Wartung wurde nach {length} gestoppt</translation>
    </message>
    <message>
        <source>maintenance failed</source>
        <translation>Wartung fehlgeschlagen</translation>
    </message>
    <message>
        <source>maintenance did not run</source>
        <translation>Wartung lief nicht</translation>
    </message>
    <message>
        <source>late: {sources}</source>
        <translation>verspätet: {sources}</translation>
    </message>
    <message>
        <source>data complete to {time}</source>
        <translation>Daten vollständig bis {time}</translation>
    </message>
    <message numerus="yes">
        <source>{n} runs</source>
        <translation>
            <numerusform>{n} Lauf</numerusform>
            <numerusform>{n} Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} launches</source>
        <translation>
            <numerusform>{n} Start</numerusform>
            <numerusform>{n} Starts</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} complete</source>
        <translation>{n} fertig</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{n} stopped</source>
        <translation>{n} gestoppt</translation>
    </message>
    <message>
        <source>Recording of {at}</source>
        <translation>Aufzeichnung von {at}</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Connection lost · picture of {at}, {duration} old</source>
        <translation>Verbindung verloren · Bild von {at}, {duration} alt</translation>
    </message>
    <message>
        <source>Live · changed {since}</source>
        <translation>Live · {since} geändert</translation>
    </message>
    <message>
        <source>Live off · read {age}</source>
        <translation>Live aus · gelesen {age}</translation>
    </message>
    <message>
        <source>in {duration}</source>
        <translation>in {duration}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>next try {when} (attempt {attempt})</source>
        <translation>nächster Versuch {when} (der {attempt}.)</translation>
    </message>
    <message>
        <source>This program cannot go on with {name}.</source>
        <translation>Mit {name} kann dieses Programm nicht weitermachen.</translation>
    </message>
    <message>
        <source>{name} cannot be reached.</source>
        <translation>{name} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>What runs on the server goes on without this window.</source>
        <translation>Was auf dem Server läuft, läuft ohne dieses Fenster weiter.</translation>
    </message>
    <message>
        <source>This is the picture of {at}. What runs on the server goes on without this window.</source>
        <translation>Das ist das Bild von {at}. Was auf dem Server läuft, läuft ohne dieses Fenster weiter.</translation>
    </message>
    <message>
        <source>Connection to {name} lost.</source>
        <translation>Verbindung zu {name} verloren.</translation>
    </message>
    <message>
        <source>since {at} by {by}</source>
        <translation>seit {at} durch {by}</translation>
    </message>
    <message>
        <source>The schedule is suspended.</source>
        <translation>Der Zeitplan ist ausgesetzt.</translation>
    </message>
    <message>
        <source>run-scheduler is false, {said}: jobs start only when a person asks for them.</source>
        <translation>run-scheduler ist false, {said}: Jobs starten nur auf Anforderung.</translation>
    </message>
    <message>
        <source>never switched on</source>
        <translation>nie eingeschaltet</translation>
    </message>
    <message>
        <source>run-scheduler is false: jobs start only when a person asks for them.</source>
        <translation>run-scheduler ist false: Jobs starten nur, wenn jemand sie anfordert.</translation>
    </message>
    <message>
        <source>Schedule suspended</source>
        <translation>Zeitplan ausgesetzt</translation>
    </message>
    <message>
        <source>The schedule is held by {owner}.</source>
        <translation>Der Zeitplan ist von {owner} angehalten.</translation>
    </message>
    <message>
        <source>since {since} · {state}</source>
        <translation>seit {since} · {state}</translation>
    </message>
    <message>
        <source>Nothing is launched since {since}, {state}; then the schedule resumes.</source>
        <translation>Seit {since} startet nichts, {state}; danach geht der Zeitplan weiter.</translation>
    </message>
    <message>
        <source>Held by {owner}</source>
        <translation>Von {owner} angehalten</translation>
    </message>
    <message>
        <source>Nothing is launched since {since}; {state}. It resumes by itself at {until} at the latest.</source>
        <translation>Seit {since} startet nichts; {state}. Spätestens um {until} geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>Held by {owner} until {until}</source>
        <translation>Von {owner} angehalten bis {until}</translation>
    </message>
    <message>
        <source>Schedule held since {since} by {owner}</source>
        <translation>Zeitplan angehalten seit {since} von {owner}</translation>
    </message>
    <message>
        <source>Schedule suspended since {since} by {by}</source>
        <translation>Zeitplan ausgesetzt seit {since} von {by}</translation>
    </message>
    <message>
        <source>Resume the schedule?</source>
        <translation>Zeitplan fortsetzen?</translation>
    </message>
    <message>
        <source>run-scheduler becomes true.</source>
        <translation>run-scheduler wird true.</translation>
    </message>
    <message>
        <source>End the hold of {owner}?</source>
        <translation>Das Anhalten durch {owner} beenden?</translation>
    </message>
    <message>
        <source>Launches resume at once.</source>
        <translation>Ab sofort wird wieder gestartet.</translation>
    </message>
    <message>
        <source>{run} is stopped; launches resume when it has ended.</source>
        <translation>{run} wird gestoppt; gestartet wird wieder, wenn der Lauf beendet ist.</translation>
    </message>
    <message>
        <source>{text} run-scheduler is false, so the schedule launches nothing before it is true.</source>
        <translation>{text} run-scheduler ist false: Vorher startet der Zeitplan nichts.</translation>
    </message>
    <message>
        <source>Now running: {running}.</source>
        <translation>Jetzt läuft: {running}.</translation>
    </message>
    <message>
        <source>Next due: {job} at {at}.</source>
        <translation>Als Nächstes: {job} um {at}.</translation>
    </message>
    <message>
        <source>A hold launches nothing, waits for what runs, maintains alone, and then resumes the schedule.</source>
        <translation>Ein Anhalten startet nichts, wartet auf alles Laufende, führt die Wartung allein aus und setzt dann den Zeitplan fort.</translation>
    </message>
    <message>
        <source>Job ID</source>
        <translation>Job-ID</translation>
    </message>
    <message>
        <source>The run&apos;s number</source>
        <translation>Die Nummer des Laufs</translation>
    </message>
    <message>
        <source>What ran</source>
        <translation>Was lief</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stopping kill in 10 s 00</source>
        <translation>Wird gestoppt Abbruch in 10 s</translation>
    </message>
    <message>
        <source>Its state</source>
        <translation>Sein Zustand</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>Startzeit</translation>
    </message>
    <message>
        <source>24 Oct 00:00:00</source>
        <translation>24. Okt 00:00:00</translation>
    </message>
    <message>
        <source>When it started, or is expected to, in the schedule&apos;s zone</source>
        <translation>Wann er begann oder voraussichtlich beginnt, in der Zone des Zeitplans</translation>
    </message>
    <message>
        <source>End time</source>
        <translation>Endzeit</translation>
    </message>
    <message>
        <source>When it ended, or is expected to, in the schedule&apos;s zone</source>
        <translation>Wann er endete oder voraussichtlich endet, in der Zone des Zeitplans</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>From start to end, or so far</source>
        <translation>Vom Start bis zum Ende oder bis jetzt</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>Geschriebene Zeilen</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Who asked for it</source>
        <translation>Wer ihn angefordert hat</translation>
    </message>
    <message>
        <source>What the columns cannot say</source>
        <translation>Was die Spalten nicht sagen</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 36 hours</source>
        <translation>Letzte 36 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>Not ended</source>
        <translation>Nicht beendet</translation>
    </message>
    <message>
        <source>Any job</source>
        <translation>Jeder Job</translation>
    </message>
    <message numerus="yes">
        <source>{matching} of {n} runs</source>
        <translation>
            <numerusform>{matching} von {n} Lauf</numerusform>
            <numerusform>{matching} von {n} Läufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply {n} changes</source>
        <translation>
            <numerusform>{n} Änderung anwenden</numerusform>
            <numerusform>{n} Änderungen anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Changing options {why}</source>
        <translation>Das Ändern von Optionen {why}</translation>
    </message>
    <message numerus="yes">
        <source>{counted}, {n} errors: nothing can be applied until {names} are right</source>
        <translation>
            <numerusform>{counted}, {n} Fehler: Nichts lässt sich anwenden, bis {names} stimmt</numerusform>
            <numerusform>{counted}, {n} Fehler: Nichts lässt sich anwenden, bis {names} stimmen</numerusform>
        </translation>
    </message>
    <message>
        <source>{counted}: decide first what becomes of {names}, which others have changed</source>
        <translation>{counted}: Entscheiden Sie zuerst über {names}, was andere geändert haben</translation>
    </message>
    <message>
        <source>{counted}, not applied yet</source>
        <translation>{counted}, noch nicht angewendet</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Keine Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>{n} more</source>
        <translation>
            <numerusform>{n} weiteres</numerusform>
            <numerusform>{n} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known to this program</source>
        <translation>Diesem Programm unbekannt</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>ETL cycle</source>
        <translation>ETL-Zyklus</translation>
    </message>
    <message numerus="yes">
        <source>{n} errors</source>
        <translation>
            <numerusform>{n} Fehler</numerusform>
            <numerusform>{n} Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>checked {time}</source>
        <translation>geprüft {time}</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>older than this program</source>
        <translation>älter als dieses Programm</translation>
    </message>
    <message>
        <source>not initialized</source>
        <translation>nicht initialisiert</translation>
    </message>
    <message>
        <source>current with this program</source>
        <translation>passend zu diesem Programm</translation>
    </message>
    <message>
        <source>Clock against the database</source>
        <translation>Uhr gegen die Datenbank</translation>
    </message>
    <message>
        <source>limit {limit}</source>
        <translation>Grenze {limit}</translation>
    </message>
    <message>
        <source>none made yet</source>
        <translation>noch keine angelegt</translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>too few runs</source>
        <translation>zu wenige Läufe</translation>
    </message>
    <message>
        <source>{good} of {all} runs in time</source>
        <translation>{good} von {all} Läufen rechtzeitig</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>Not final</source>
        <translation>Nicht endgültig</translation>
    </message>
    <message>
        <source>Final to</source>
        <translation>Endgültig bis</translation>
    </message>
    <message>
        <source>sealed {time}</source>
        <translation>besiegelt {time}</translation>
    </message>
    <message>
        <source>Data complete to</source>
        <translation>Daten vollständig bis</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>aggregated to {time}</source>
        <translation>aggregiert bis {time}</translation>
    </message>
    <message>
        <source>not aggregated yet</source>
        <translation>noch nicht aggregiert</translation>
    </message>
    <message>
        <source>Aggregation</source>
        <translation>Aggregation</translation>
    </message>
    <message>
        <source>Statistics and export</source>
        <translation>Statistik und Export</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>Extraction</source>
        <translation>Extraktion</translation>
    </message>
    <message>
        <source>Transformation</source>
        <translation>Transformation</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>Geschäftsjahr</translation>
    </message>
    <message>
        <source>Rows that contradict themselves</source>
        <translation>Widersprüchliche Zeilen</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>Writers</source>
        <translation>Schreiber</translation>
    </message>
    <message>
        <source>Delays</source>
        <translation>Verzögerungen</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Service time intervals</source>
        <translation>Service-Time-Intervalle</translation>
    </message>
    <message>
        <source>Log of a run</source>
        <translation>Log eines Laufs</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Data sources</source>
        <translation>Datenquellen</translation>
    </message>
    <message>
        <source>Disk and partitions</source>
        <translation>Platte und Partitionen</translation>
    </message>
    <message>
        <source>When alarms are told</source>
        <translation>Wann Alarme gemeldet werden</translation>
    </message>
    <message>
        <source>{name} cannot be imported</source>
        <translation>{name} lässt sich nicht importieren</translation>
    </message>
    <message numerus="yes">
        <source>It has {n} errors. Nothing was changed.</source>
        <translation>
            <numerusform>Sie hat {n} Fehler. Nichts wurde geändert.</numerusform>
            <numerusform>Sie hat {n} Fehler. Nichts wurde geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>{name} changes nothing</source>
        <translation>{name} ändert nichts</translation>
    </message>
    <message>
        <source>Every value in it is the one that is set.</source>
        <translation>Jeder Wert darin ist schon gesetzt.</translation>
    </message>
    <message numerus="yes">
        <source>Import {n} changes from {name}?</source>
        <translation>
            <numerusform>{n} Änderung aus {name} importieren?</numerusform>
            <numerusform>{n} Änderungen aus {name} importieren?</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them are written at once, or none.</source>
        <translation>Alle werden auf einmal geschrieben oder keine.</translation>
    </message>
    <message numerus="yes">
        <source>Import {n} changes</source>
        <translation>
            <numerusform>{n} Änderung importieren</numerusform>
            <numerusform>{n} Änderungen importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>With this file: {message}</source>
        <translation>Mit dieser Datei: {message}</translation>
    </message>
    <message>
        <source>{name} is not known to this program: it is kept, and nothing reads it</source>
        <translation>{name} ist diesem Programm unbekannt: Es wird aufbewahrt, und nichts liest es</translation>
    </message>
    <message>
        <source>Never changed</source>
        <translation>Nie geändert</translation>
    </message>
    <message>
        <source>Not known to this program; kept as an import brought it.</source>
        <translation>Diesem Programm unbekannt; aufbewahrt, wie ein Import es brachte.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>Wirkt ab</translation>
    </message>
    <message>
        <source>{by} on {host}</source>
        <translation>{by} auf {host}</translation>
    </message>
    <message>
        <source>not known to this program</source>
        <translation>diesem Programm unbekannt</translation>
    </message>
    <message>
        <source>the editor holds this value</source>
        <translation>der Editor enthält diesen Wert</translation>
    </message>
    <message>
        <source>it is the default</source>
        <translation>es ist der Standardwert</translation>
    </message>
    <message>
        <source>apply the changes first: a test uses what is applied</source>
        <translation>wenden Sie zuerst die Änderungen an: Ein Test benutzt, was angewendet ist</translation>
    </message>
    <message>
        <source>Test {channel}…</source>
        <translation>{channel} testen…</translation>
    </message>
    <message>
        <source>Tomorrow with these values</source>
        <translation>Morgen mit diesen Werten</translation>
    </message>
    <message>
        <source>playing the day …</source>
        <translation>der Tag wird durchgespielt …</translation>
    </message>
    <message>
        <source>Nothing changes in what is launched.</source>
        <translation>An den Starts ändert sich nichts.</translation>
    </message>
    <message>
        <source>run-scheduler is false: the schedule launches nothing.</source>
        <translation>run-scheduler ist false: Der Zeitplan startet nichts.</translation>
    </message>
    <message>
        <source>cycles</source>
        <translation>Zyklen</translation>
    </message>
    <message>
        <source>Nothing would be launched: {reason}</source>
        <translation>Nichts würde gestartet: {reason}</translation>
    </message>
    <message>
        <source>{name} is left at {before}: the new value is wrong</source>
        <translation>{name} bleibt bei {before}: Der neue Wert ist falsch</translation>
    </message>
    <message>
        <source>launches of {job} that a rule drops {change}</source>
        <translation>Starts von {job}, die eine Regel streicht {change}</translation>
    </message>
    <message>
        <source>aggregation runs {change}</source>
        <translation>Aggregation läuft {change}</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <source>runs of {job}</source>
        <translation>Läufe von {job}</translation>
    </message>
    <message numerus="yes">
        <source>{n} times</source>
        <translation>
            <numerusform>{n}-mal</numerusform>
            <numerusform>{n}-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>a cycle usually takes {usual}, longer than {minutes}</source>
        <translation>ein Zyklus braucht meist {usual}, länger als {minutes}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>default {value}</source>
        <translation>Standard {value}</translation>
    </message>
    <message>
        <source>hourly at :{minute}</source>
        <translation>stündlich um :{minute}</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>jede Minute</translation>
    </message>
    <message>
        <source>every {step} minutes</source>
        <translation>alle {step} Minuten</translation>
    </message>
    <message>
        <source>daily at {time}</source>
        <translation>täglich um {time}</translation>
    </message>
    <message>
        <source>at {times}</source>
        <translation>um {times}</translation>
    </message>
    <message numerus="yes">
        <source>{n} times a day</source>
        <translation>
            <numerusform>{n}-mal am Tag</numerusform>
            <numerusform>{n}-mal am Tag</numerusform>
        </translation>
    </message>
    <message>
        <source>now {time}{zone}, UTC{offset}</source>
        <translation>jetzt {time}{zone}, UTC{offset}</translation>
    </message>
    <message>
        <source>with an error</source>
        <translation>mit einem Fehler</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>takes {valid}</source>
        <translation>erwartet {valid}</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>jemand anderes</translation>
    </message>
    <message>
        <source>{who} set it to {value} meanwhile</source>
        <translation>{who} hat inzwischen {value} gesetzt</translation>
    </message>
    <message>
        <source>kept from an import, read by nothing</source>
        <translation>aus einem Import aufbewahrt, von nichts gelesen</translation>
    </message>
    <message>
        <source>for administrators to see</source>
        <translation>nur für Administratoren sichtbar</translation>
    </message>
    <message>
        <source>was {value}</source>
        <translation>war {value}</translation>
    </message>
    <message>
        <source>next day</source>
        <translation>am nächsten Tag</translation>
    </message>
    <message>
        <source>undoes {id}</source>
        <translation>macht {id} rückgängig</translation>
    </message>
    <message>
        <source>all hierarchies</source>
        <translation>alle Hierarchien</translation>
    </message>
    <message>
        <source>The Job Parameters are wrong at character {column}: {right}.</source>
        <translation>Die Job-Parameter sind falsch bei Zeichen {column}: {right}.</translation>
    </message>
    <message>
        <source>Understood: what run {id} has changed is put back.</source>
        <translation>Verstanden: Was Lauf {id} geändert hat, wird wiederhergestellt.</translation>
    </message>
    <message numerus="yes">
        <source>{n} sets</source>
        <translation>
            <numerusform>{n} Satz</numerusform>
            <numerusform>{n} Sätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Understood: {sets}, {days}, {shown}.</source>
        <translation>Verstanden: {sets}, {days}, {shown}.</translation>
    </message>
    <message>
        <source>Understood: {sets}, {days}, {shown}. From {span}.</source>
        <translation>Verstanden: {sets}, {days}, {shown}. Von {span}.</translation>
    </message>
    <message>
        <source>Hand the Job Parameters over once aggregation runs</source>
        <translation>Die Job-Parameter übergeben, sobald die Aggregation läuft</translation>
    </message>
    <message numerus="yes">
        <source>{state}, {n} wait</source>
        <translation>
            <numerusform>{state}, {n} wartet</numerusform>
            <numerusform>{state}, {n} warten</numerusform>
        </translation>
    </message>
    <message>
        <source>waits: {reason}</source>
        <translation>wartet: {reason}</translation>
    </message>
    <message>
        <source>about to start</source>
        <translation>startet gleich</translation>
    </message>
    <message>
        <source>runs alone</source>
        <translation>läuft allein</translation>
    </message>
    <message>
        <source>idle, next cycle {at}</source>
        <translation>frei, nächster Zyklus {at}</translation>
    </message>
    <message>
        <source>idle, next {at}</source>
        <translation>frei, nächster {at}</translation>
    </message>
    <message>
        <source>{status} since {at}</source>
        <translation>{status} seit {at}</translation>
    </message>
    <message>
        <source>select one run that has ended</source>
        <translation>wählen Sie einen beendeten Lauf</translation>
    </message>
    <message>
        <source>{job} is run by the schedule alone</source>
        <translation>{job} läuft nur nach dem Zeitplan</translation>
    </message>
    <message>
        <source>Will run without its Job Parameters</source>
        <translation>Wird ohne seine Job-Parameter laufen</translation>
    </message>
    <message>
        <source>Starts aggregation first</source>
        <translation>Startet zuerst die Aggregation</translation>
    </message>
    <message>
        <source>Will wait</source>
        <translation>Wird warten</translation>
    </message>
    <message>
        <source>Will wait, and start at {at}</source>
        <translation>Wird warten und um {at} starten</translation>
    </message>
    <message>
        <source>Starts now</source>
        <translation>Startet jetzt</translation>
    </message>
    <message>
        <source>Nothing that runs or waits is in its way.</source>
        <translation>Nichts, was läuft oder wartet, steht im Weg.</translation>
    </message>
    <message>
        <source>Refused, unless you confirm it</source>
        <translation>Abgelehnt, außer Sie bestätigen es</translation>
    </message>
    <message>
        <source>Delete these aggregates all the same</source>
        <translation>Diese Aggregate trotzdem löschen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>What is wrong stands under the field.</source>
        <translation>Was falsch ist, steht unter dem Feld.</translation>
    </message>
    <message>
        <source>The Job Parameters cannot be read</source>
        <translation>Die Job-Parameter sind nicht lesbar</translation>
    </message>
    <message>
        <source>Nobody can say now</source>
        <translation>Das kann gerade niemand sagen</translation>
    </message>
    <message>
        <source>asked for {at} by {person}</source>
        <translation>angefordert {at} von {person}</translation>
    </message>
    <message>
        <source>started {at} by {person} on {server}</source>
        <translation>gestartet {at} von {person} auf {server}</translation>
    </message>
    <message>
        <source>started {at} by {person}</source>
        <translation>gestartet {at} von {person}</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows</source>
        <translation>
            <numerusform>{n} Zeile</numerusform>
            <numerusform>{n} Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits to be started</source>
        <translation>Wartet auf den Start</translation>
    </message>
    <message>
        <source>{waits}; expected to start at {time}</source>
        <translation>{waits}; Start erwartet um {time}</translation>
    </message>
    <message>
        <source>Stopping: told to by {person}</source>
        <translation>Wird gestoppt: auf Wunsch von {person}</translation>
    </message>
    <message>
        <source>Stopping: {reason}</source>
        <translation>Wird gestoppt: {reason}</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird gestoppt</translation>
    </message>
    <message>
        <source>Failed without a word</source>
        <translation>Ohne ein Wort fehlgeschlagen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Runs, {percent} done</source>
        <translation>Läuft, zu {percent} fertig</translation>
    </message>
    <message>
        <source>Ended well</source>
        <translation>Gut beendet</translation>
    </message>
    <message>
        <source>It took {run_duration}.</source>
        <translation>Dauer: {run_duration}.</translation>
    </message>
    <message>
        <source>Job Parameters: {parameters}</source>
        <translation>Job-Parameter: {parameters}</translation>
    </message>
    <message>
        <source>Rebuilds {rebuilt}</source>
        <translation>Bildet neu: {rebuilt}</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>Weiter warten lassen</translation>
    </message>
    <message numerus="yes">
        <source>Stop {n} runs?</source>
        <translation>
            <numerusform>{n} Lauf stoppen?</numerusform>
            <numerusform>{n} Läufe stoppen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel {n} runs?</source>
        <translation>
            <numerusform>{n} Lauf zurückziehen?</numerusform>
            <numerusform>{n} Läufe zurückziehen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop {n} runs and cancel {canceled}?</source>
        <translation>
            <numerusform>{n} Lauf stoppen und {canceled} zurückziehen?</numerusform>
            <numerusform>{n} Läufe stoppen und {canceled} zurückziehen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop {stopped}, cancel {canceled}</source>
        <translation>{stopped} stoppen, {canceled} zurückziehen</translation>
    </message>
    <message numerus="yes">
        <source>Stop {n}</source>
        <translation>
            <numerusform>{n} stoppen</numerusform>
            <numerusform>{n} stoppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel {n}</source>
        <translation>
            <numerusform>{n} zurückziehen</numerusform>
            <numerusform>{n} zurückziehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Will be stopped, and started again</source>
        <translation>Wird gestoppt und neu gestartet</translation>
    </message>
    <message>
        <source>run-aggregates is true and its window is open, so the scheduler starts it again almost at once. To keep it stopped:</source>
        <translation>run-aggregates ist true und das Fenster offen: Der Scheduler startet den Job fast sofort wieder. Damit er gestoppt bleibt:</translation>
    </message>
    <message>
        <source>Will be stopped, and stays stopped</source>
        <translation>Wird gestoppt und bleibt gestoppt</translation>
    </message>
    <message>
        <source>run-aggregates becomes false first, for everybody, until somebody sets it to true again:</source>
        <translation>run-aggregates wird zuerst false, für alle, bis jemand es wieder auf true setzt:</translation>
    </message>
    <message>
        <source>Will be canceled</source>
        <translation>Wird zurückgezogen</translation>
    </message>
    <message>
        <source>It has not started. It disappears from the job list and stays in the audit trail.</source>
        <translation>Der Lauf hat nicht begonnen. Er verschwindet aus der Liste und bleibt im Audit-Trail.</translation>
    </message>
    <message>
        <source>Will be killed now</source>
        <translation>Wird jetzt abgebrochen</translation>
    </message>
    <message>
        <source>It is stopping already. What it has committed stays; the rest is rolled back.</source>
        <translation>Er wird schon gestoppt. Was er festgeschrieben hat, bleibt; der Rest wird zurückgerollt.</translation>
    </message>
    <message>
        <source>What it has committed stays</source>
        <translation>Was er festgeschrieben hat, bleibt</translation>
    </message>
    <message numerus="yes">
        <source>What it has committed stays ({n} rows)</source>
        <translation>
            <numerusform>Was er festgeschrieben hat, bleibt ({n} Zeile)</numerusform>
            <numerusform>Was er festgeschrieben hat, bleibt ({n} Zeilen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Will be stopped</source>
        <translation>Wird gestoppt</translation>
    </message>
    <message>
        <source>{kept}; the open transaction is rolled back. Its statement is cancelled at once; after {duration} without a safe point it is killed.</source>
        <translation>{kept}; die offene Transaktion wird zurückgerollt. Ihre Anweisung wird sofort abgebrochen; ohne sicheren Punkt wird der Lauf nach {duration} abgebrochen.</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>d</source>
        <translation>d</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>Jan</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>Feb</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>Mär</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>Apr</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>Jun</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Jul</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>Aug</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>Sep</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>Okt</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>Nov</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Dez</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Di</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Mi</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Fr</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sa</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>So</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Failed lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>ETL window</source>
        <translation>ETL-Fenster</translation>
    </message>
    <message>
        <source>Aggregation window</source>
        <translation>Aggregationsfenster</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Option changed</source>
        <translation>Option geändert</translation>
    </message>
    <message>
        <source>With unsaved options</source>
        <translation>Mit ungespeicherten Optionen</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>No server</source>
        <translation>Kein Server</translation>
    </message>
    <message>
        <source>Standing by</source>
        <translation>Steht bereit</translation>
    </message>
    <message>
        <source>Server running</source>
        <translation>Server läuft</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Ausgesetzt</translation>
    </message>
    <message>
        <source>Configuration error</source>
        <translation>Konfigurationsfehler</translation>
    </message>
    <message>
        <source>Migration needed</source>
        <translation>Migration nötig</translation>
    </message>
    <message>
        <source>Not initialized</source>
        <translation>Nicht initialisiert</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
    <message>
        <source>{day}&#x202f;{month}</source>
        <translation>{day}.&#x202f;{month}</translation>
    </message>
    <message>
        <source>{weekday} {day} {month} {year}</source>
        <translation>{weekday} {day}. {month} {year}</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>vor {duration}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>scheduler</source>
        <translation>Scheduler</translation>
    </message>
    <message>
        <source>kill in {duration}</source>
        <translation>Abbruch in {duration}</translation>
    </message>
    <message>
        <source>killing</source>
        <translation>bricht ab</translation>
    </message>
    <message>
        <source>“{typed}”</source>
        <translation>„{typed}“</translation>
    </message>
    <message>
        <source>by {person}: “{reason}”</source>
        <translation>von {person}: „{reason}“</translation>
    </message>
    <message>
        <source>by {person}</source>
        <translation>von {person}</translation>
    </message>
    <message>
        <source>maintenance waits for {runs}</source>
        <translation>die Wartung wartet auf {runs}</translation>
    </message>
    <message>
        <source>maintenance is about to begin</source>
        <translation>die Wartung beginnt gleich</translation>
    </message>
    <message>
        <source>until {runs} has ended</source>
        <translation>bis {runs} beendet ist</translation>
    </message>
    <message>
        <source>its maintenance</source>
        <translation>seine Wartung</translation>
    </message>
    <message>
        <source>until {runs} has stopped</source>
        <translation>bis {runs} gestoppt ist</translation>
    </message>
    <message>
        <source>without maintenance</source>
        <translation>ohne Wartung</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>Next clock change: {day}, {before} → {after}</source>
        <translation>Nächste Zeitumstellung: {day}, {before} → {after}</translation>
    </message>
    <message>
        <source>The clocks of {zone} do not change: there is nothing to rehearse.</source>
        <translation>In {zone} werden die Uhren nicht umgestellt: Es gibt nichts zu proben.</translation>
    </message>
    <message>
        <source>{day}, usual</source>
        <translation>{day}, üblich</translation>
    </message>
    <message>
        <source>{day}, {hours}-hour day</source>
        <translation>{day}, {hours}-Stunden-Tag</translation>
    </message>
    <message>
        <source>{cycles}, then {gap} without one</source>
        <translation>{cycles}, dann {gap} ohne</translation>
    </message>
    <message>
        <source>run-scheduler is false: rehearsed as if it were true.</source>
        <translation>run-scheduler ist false: geprobt, als wäre es true.</translation>
    </message>
    <message>
        <source>Nothing would be launched: {problem}</source>
        <translation>Nichts würde gestartet: {problem}</translation>
    </message>
    <message>
        <source>rehearsed with the options in force</source>
        <translation>geprobt mit den geltenden Optionen</translation>
    </message>
    <message>
        <source>maintenance {length}</source>
        <translation>Wartung {length}</translation>
    </message>
    <message>
        <source>maintenance fits, {spare} to spare</source>
        <translation>die Wartung passt, {spare} Reserve</translation>
    </message>
    <message>
        <source>maintenance fits, with no cycle after it</source>
        <translation>die Wartung passt, ohne Zyklus danach</translation>
    </message>
    <message>
        <source>maintenance is stopped by a cycle after {length}</source>
        <translation>die Wartung wird nach {length} von einem Zyklus gestoppt</translation>
    </message>
    <message>
        <source>maintenance is dropped</source>
        <translation>die Wartung entfällt</translation>
    </message>
    <message>
        <source>no maintenance</source>
        <translation>keine Wartung</translation>
    </message>
    <message>
        <source>{good} of the last {all} runs would end in time</source>
        <translation>{good} der letzten {all} Läufe würden rechtzeitig fertig</translation>
    </message>
    <message>
        <source>Usual night</source>
        <translation>Übliche Nacht</translation>
    </message>
    <message>
        <source>That night</source>
        <translation>Jene Nacht</translation>
    </message>
    <message numerus="yes">
        <source>{n} cycles</source>
        <translation>
            <numerusform>{n} Zyklus</numerusform>
            <numerusform>{n} Zyklen</numerusform>
        </translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Rows now</source>
        <translation>Zeilen jetzt</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>By how much</source>
        <translation>Um wie viel</translation>
    </message>
    <message>
        <source>Only a re-aggregation that is written whole has a preview</source>
        <translation>Nur eine Neuaggregation, die ganz geschrieben ist, hat eine Vorschau</translation>
    </message>
    <message>
        <source>The days whose facts were purged keep the aggregates they have: {sets}.</source>
        <translation>Die Tage, deren Fakten gelöscht wurden, behalten ihre Aggregate: {sets}.</translation>
    </message>
    <message>
        <source>By the options with which {job} {id} began; what was changed since counts from its next run on.</source>
        <translation>Nach den Optionen, mit denen {job} {id} begann; was seither geändert wurde, gilt ab seinem nächsten Lauf.</translation>
    </message>
    <message>
        <source>Nothing would change: all of {rows} are as they would be built.</source>
        <translation>Nichts würde sich ändern: Von {rows} sind alle so, wie sie gebildet würden.</translation>
    </message>
    <message numerus="yes">
        <source>{n} would change</source>
        <translation>
            <numerusform>{n} würde sich ändern</numerusform>
            <numerusform>{n} würden sich ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} would be added</source>
        <translation>
            <numerusform>{n} käme hinzu</numerusform>
            <numerusform>{n} kämen hinzu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} would be removed</source>
        <translation>
            <numerusform>{n} fiele weg</numerusform>
            <numerusform>{n} fielen weg</numerusform>
        </translation>
    </message>
    <message>
        <source>Of {rows}, {changed}, {added} and {removed}: in {sets}, on {days}.</source>
        <translation>Von {rows}: {changed}, {added} und {removed} ({sets}, {days}).</translation>
    </message>
    <message>
        <source>no total</source>
        <translation>keine Summe</translation>
    </message>
    <message>
        <source>Cycles from 20:00 to 08:00</source>
        <translation>Zyklen von 20:00 bis 08:00</translation>
    </message>
    <message>
        <source>Longest time without one</source>
        <translation>Längste Zeit ohne</translation>
    </message>
    <message>
        <source>Does it fit?</source>
        <translation>Passt sie?</translation>
    </message>
    <message>
        <source>By its past runs</source>
        <translation>Nach ihren bisherigen Läufen</translation>
    </message>
    <message>
        <source>The server is late by {late}: this computer slept or slows it down.</source>
        <translation>Der Server ist {late} verspätet: Dieser Computer hat geschlafen oder bremst ihn.</translation>
    </message>
    <message>
        <source>Reading.</source>
        <translation>Wird gelesen.</translation>
    </message>
    <message>
        <source>No server is alive: nothing is launched.</source>
        <translation>Kein Server ist da: Nichts wird gestartet.</translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs running.</source>
        <translation>
            <numerusform>{n} Job läuft.</numerusform>
            <numerusform>{n} Jobs laufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next is {job} at {at}.</source>
        <translation>Als Nächstes {job} um {at}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs failed</source>
        <translation>
            <numerusform>{job} fehlgeschlagen</numerusform>
            <numerusform>{n} Jobs fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <translation>
            <numerusform>und {n} weiterer</numerusform>
            <numerusform>und {n} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>its worker was lost</source>
        <translation>sein Worker ging verloren</translation>
    </message>
    <message>
        <source>This Info Mart cannot be opened</source>
        <translation>Dieses Info Mart lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>Etwas Unerwartetes ist geschehen</translation>
    </message>
    <message>
        <source>The window goes on. Copy the details into your report.</source>
        <translation>Das Fenster arbeitet weiter. Kopieren Sie die Details in Ihre Meldung.</translation>
    </message>
    <message numerus="yes">
        <source>{n} new lines</source>
        <translation>
            <numerusform>{n} neue Zeile</numerusform>
            <numerusform>{n} neue Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>{owner} has been running jobs one by one since {since}.</source>
        <translation>{owner} führt Jobs seit {since} einzeln aus.</translation>
    </message>
    <message>
        <source>Nothing had to be switched off: run-scheduler, run-aggregates and run-maintain are false.</source>
        <translation>Nichts musste ausgeschaltet werden: run-scheduler, run-aggregates und run-maintain sind false.</translation>
    </message>
    <message>
        <source>Switched off meanwhile: {names}.</source>
        <translation>So lange ausgeschaltet: {names}.</translation>
    </message>
    <message>
        <source>Its end changes no option.</source>
        <translation>Das Ende ändert keine Option.</translation>
    </message>
    <message>
        <source>Its end puts back: {values}.</source>
        <translation>Das Ende stellt zurück: {values}.</translation>
    </message>
    <message>
        <source>{name} = {value} (the default)</source>
        <translation>{name} = {value} (Standard)</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>übergangen</translation>
    </message>
    <message>
        <source>its run is no longer kept</source>
        <translation>sein Lauf ist nicht mehr aufbewahrt</translation>
    </message>
    <message>
        <source>Jobs start only when a person asks for them.</source>
        <translation>Jobs starten nur auf Anforderung.</translation>
    </message>
    <message>
        <source>Off meanwhile, and put back at its end: {names}.</source>
        <translation>So lange aus, am Ende zurückgestellt: {names}.</translation>
    </message>
    <message>
        <source>Nobody runs jobs one by one; nothing was changed.</source>
        <translation>Niemand führt Jobs einzeln aus; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Put back: {values}.</source>
        <translation>Zurückgestellt: {values}.</translation>
    </message>
    <message>
        <source>No option had to be put back.</source>
        <translation>Keine Option musste zurückgestellt werden.</translation>
    </message>
    <message>
        <source>Somebody has set anew meanwhile, and it stays so: {names}.</source>
        <translation>Inzwischen neu gesetzt, und so bleibt es: {names}.</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Endgültig</translation>
    </message>
    <message>
        <source>not final</source>
        <translation>nicht endgültig</translation>
    </message>
    <message>
        <source>{day} is final since {at}</source>
        <translation>{day} ist endgültig seit {at}</translation>
    </message>
    <message>
        <source>{day} is not final:</source>
        <translation>{day} ist nicht endgültig:</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Pass over</source>
        <translation>Übergehen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut starten</translation>
    </message>
    <message>
        <source>Time zone: {zone}</source>
        <translation>Zeitzone: {zone}</translation>
    </message>
    <message>
        <source>maintain-start-time outside the ETL window</source>
        <translation>maintain-start-time außerhalb des ETL-Fensters</translation>
    </message>
    <message>
        <source>No job failed last</source>
        <translation>Kein Job schlug zuletzt fehl</translation>
    </message>
    <message>
        <source>No run lost</source>
        <translation>Kein Lauf verloren</translation>
    </message>
    <message>
        <source>Cycles end well</source>
        <translation>Zyklen enden gut</translation>
    </message>
    <message>
        <source>No run longer than usual</source>
        <translation>Kein Lauf länger als üblich</translation>
    </message>
    <message>
        <source>No source late</source>
        <translation>Keine Quelle verspätet</translation>
    </message>
    <message>
        <source>No maintenance missed</source>
        <translation>Keine Wartung ausgefallen</translation>
    </message>
    <message>
        <source>Schedule not suspended for long</source>
        <translation>Zeitplan nicht lange ausgesetzt</translation>
    </message>
    <message>
        <source>Aggregation not failing</source>
        <translation>Aggregation schlägt nicht fehl</translation>
    </message>
    <message>
        <source>Room on the disks</source>
        <translation>Platz auf den Platten</translation>
    </message>
    <message>
        <source>Default partition empty</source>
        <translation>Standardpartition leer</translation>
    </message>
    <message>
        <source>Maintenance fits: {good} of {all} runs</source>
        <translation>Wartung passt: {good} von {all} Läufen</translation>
    </message>
    <message>
        <source>Maintenance may not end before the next cycle</source>
        <translation>Wartung endet womöglich nicht vor dem nächsten Zyklus</translation>
    </message>
    <message>
        <source>No server is running</source>
        <translation>Kein Server läuft</translation>
    </message>
    <message>
        <source>Nothing is launched until one is: gim-manager serve, or a window that hosts one.</source>
        <translation>Bis einer läuft, wird nichts gestartet: gim-manager serve, oder ein Fenster, das einen beherbergt.</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Nichts braucht Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Go to {option}</source>
        <translation>Zu {option}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>seit {time}</translation>
    </message>
    <message>
        <source>set by {name}</source>
        <translation>gesetzt von {name}</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Show run {number}</source>
        <translation>Lauf {number} zeigen</translation>
    </message>
    <message>
        <source>{before} → {after} · {hours}-hour day</source>
        <translation>{before} → {after} · {hours}-Stunden-Tag</translation>
    </message>
    <message>
        <source>Re-aggregation</source>
        <translation>Neuaggregation</translation>
    </message>
    <message>
        <source>Runs before {time} are too many to be drawn</source>
        <translation>Läufe vor {time} sind zu viele zum Zeichnen</translation>
    </message>
    <message>
        <source>Played up to {time}: beyond, launches are too many</source>
        <translation>Durchgespielt bis {time}: Danach sind es zu viele Starts</translation>
    </message>
    <message>
        <source>Nothing ran in this time.</source>
        <translation>In dieser Zeit lief nichts.</translation>
    </message>
    <message>
        <source>Go to the present</source>
        <translation>Zur Gegenwart</translation>
    </message>
    <message>
        <source>Nothing is expected to run in this time.</source>
        <translation>In dieser Zeit wird nichts erwartet.</translation>
    </message>
    <message>
        <source>No job has run in this time, and none is expected.</source>
        <translation>In dieser Zeit lief kein Job, und keiner wird erwartet.</translation>
    </message>
    <message>
        <source>Re-aggregation of {job}</source>
        <translation>Neuaggregation von {job}</translation>
    </message>
    <message>
        <source>{job} at {time}</source>
        <translation>{job} um {time}</translation>
    </message>
    <message>
        <source>asked for by {person}</source>
        <translation>angefordert von {person}</translation>
    </message>
    <message>
        <source>{state} by {person}</source>
        <translation>{state} von {person}</translation>
    </message>
    <message>
        <source>{job} is expected to run</source>
        <translation>{job} wird erwartet</translation>
    </message>
    <message>
        <source>{job} would run by the unsaved options</source>
        <translation>{job} liefe mit den ungespeicherten Optionen</translation>
    </message>
    <message>
        <source>{time}, no end in sight</source>
        <translation>{time}, Ende offen</translation>
    </message>
    <message>
        <source>A launch of {job} will not be made</source>
        <translation>Ein Start von {job} wird entfallen</translation>
    </message>
    <message>
        <source>A launch of {job} was kept back</source>
        <translation>Ein Start von {job} wurde zurückgehalten</translation>
    </message>
    <message>
        <source>A launch of {job} was not made</source>
        <translation>Ein Start von {job} entfiel</translation>
    </message>
    <message numerus="yes">
        <source>{what}, {n} times</source>
        <translation>
            <numerusform>{what}, {n}-mal</numerusform>
            <numerusform>{what}, {n}-mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{runs}, {n} failed or stopped by a person</source>
        <translation>
            <numerusform>{runs}, {n} fehlgeschlagen oder von Hand gestoppt</numerusform>
            <numerusform>{runs}, {n} fehlgeschlagen oder von Hand gestoppt</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold since {time}</source>
        <translation>Angehalten seit {time}</translation>
    </message>
    <message>
        <source>Suspended since {time}</source>
        <translation>Ausgesetzt seit {time}</translation>
    </message>
    <message>
        <source>Hold {begin} – {end}</source>
        <translation>Angehalten {begin} – {end}</translation>
    </message>
    <message>
        <source>Suspended {begin} – {end}</source>
        <translation>Ausgesetzt {begin} – {end}</translation>
    </message>
    <message>
        <source>to {time}</source>
        <translation>bis {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>bis {time}</translation>
    </message>
    <message>
        <source>While run-scheduler is false nothing is launched; what runs goes on, and a person&apos;s requests start.</source>
        <translation>Solange run-scheduler false ist, startet der Zeitplan nichts; was läuft, geht weiter, und Anforderungen von Personen starten.</translation>
    </message>
    <message>
        <source>The ETL window opens at etl-start-time and closes at etl-end-time, which may be on the next day.</source>
        <translation>Das ETL-Fenster öffnet um etl-start-time und schließt um etl-end-time, auch erst am nächsten Tag.</translation>
    </message>
    <message>
        <source>A cycle follows the one before it after etl-frequency minutes, or at once where that took longer.</source>
        <translation>Ein Zyklus folgt dem vorigen nach etl-frequency Minuten, oder sofort, wenn jener länger dauerte.</translation>
    </message>
    <message>
        <source>A last cycle begins when the ETL window closes, and none after it.</source>
        <translation>Wenn das ETL-Fenster schließt, beginnt ein letzter Zyklus, und danach keiner mehr.</translation>
    </message>
    <message>
        <source>Within a cycle the transformation starts when the extraction is complete, and not if that failed.</source>
        <translation>In einem Zyklus startet die Transformation, wenn die Extraktion fertig ist, und nicht, wenn sie fehlschlug.</translation>
    </message>
    <message>
        <source>A server that comes back begins a cycle if one is due; missed ones are not made up one by one.</source>
        <translation>Ein Server, der zurückkommt, beginnt einen Zyklus, wenn einer fällig ist; verpasste werden nicht einzeln nachgeholt.</translation>
    </message>
    <message>
        <source>A cycle that falls due stops scheduled maintenance and begins when that has ended.</source>
        <translation>Ein fälliger Zyklus stoppt die geplante Wartung und beginnt, wenn sie beendet ist.</translation>
    </message>
    <message>
        <source>Scheduled maintenance waits until no ETL, aggregation or export runs.</source>
        <translation>Geplante Wartung wartet, bis weder ETL noch Aggregation noch Export läuft.</translation>
    </message>
    <message>
        <source>Scheduled maintenance never starts in an open ETL window: what still waits then is dropped.</source>
        <translation>Geplante Wartung beginnt nie in einem offenen ETL-Fenster: Was dann noch wartet, entfällt.</translation>
    </message>
    <message>
        <source>Beside scheduled maintenance nothing else is launched; a person&apos;s request starts, with a warning.</source>
        <translation>Neben geplanter Wartung startet der Zeitplan nichts anderes; die Anforderung einer Person startet, mit einer Warnung.</translation>
    </message>
    <message>
        <source>Scheduled maintenance has its maintain-start-time outside the ETL window.</source>
        <translation>Geplante Wartung hat ihre maintain-start-time außerhalb des ETL-Fensters.</translation>
    </message>
    <message>
        <source>Statistics are launched by their schedule, on PostgreSQL alone, beside anything but maintenance.</source>
        <translation>Statistiken starten nach ihrem Zeitplan, nur auf PostgreSQL, neben allem außer Wartung.</translation>
    </message>
    <message>
        <source>An export is launched by its schedule, beside ETL but never beside maintenance.</source>
        <translation>Ein Export startet nach seinem Zeitplan, neben ETL, aber nie neben Wartung.</translation>
    </message>
    <message>
        <source>In its window aggregation is kept running, and at the end of the window it is stopped.</source>
        <translation>In ihrem Fenster wird die Aggregation am Laufen gehalten, und an seinem Ende gestoppt.</translation>
    </message>
    <message>
        <source>Aggregation that ends inside its window starts again: at once after a stop, later after a failure.</source>
        <translation>Aggregation, die in ihrem Fenster endet, startet neu: nach einem Stopp sofort, nach einem Fehlschlag später.</translation>
    </message>
    <message>
        <source>While run-aggregates is true the schedule owns aggregation, and a person cannot start it.</source>
        <translation>Solange run-aggregates true ist, gehört die Aggregation dem Zeitplan, und eine Person kann sie nicht starten.</translation>
    </message>
    <message>
        <source>While run-aggregates is false a person starts and stops aggregation freely.</source>
        <translation>Solange run-aggregates false ist, startet und stoppt eine Person die Aggregation frei.</translation>
    </message>
    <message>
        <source>A re-aggregation is handed to the aggregation that runs, and worked in the order of asking.</source>
        <translation>Eine Neuaggregation wird der laufenden Aggregation übergeben und in der Reihenfolge der Anforderung bearbeitet.</translation>
    </message>
    <message>
        <source>While aggregation does not run, a re-aggregation starts it and its parameters are ignored.</source>
        <translation>Läuft keine Aggregation, startet eine Neuaggregation sie, und ihre Parameter werden ignoriert.</translation>
    </message>
    <message>
        <source>A re-aggregation of days whose facts are gone is refused, unless somebody insists.</source>
        <translation>Eine Neuaggregation von Tagen ohne Fakten wird abgelehnt, außer jemand besteht darauf.</translation>
    </message>
    <message>
        <source>No job runs twice at a time: a request waits for the run before it, a second one is refused.</source>
        <translation>Kein Job läuft zweimal zugleich: Eine Anforderung wartet auf den Lauf davor, eine zweite wird abgelehnt.</translation>
    </message>
    <message>
        <source>Any job may be asked for at any time; it processes what is there, which may be nothing.</source>
        <translation>Jeder Job lässt sich jederzeit anfordern; er verarbeitet, was da ist, vielleicht nichts.</translation>
    </message>
    <message>
        <source>A person&apos;s maintenance starts beside others; a maintenance hold lets it run alone.</source>
        <translation>Die Wartung einer Person startet neben anderem; ein Anhalten für Wartung lässt sie allein laufen.</translation>
    </message>
    <message>
        <source>Statistics and export are launched by the schedule alone, unless allow-run-all-jobs is true.</source>
        <translation>Statistik und Export startet nur der Zeitplan, außer allow-run-all-jobs ist true.</translation>
    </message>
    <message>
        <source>Only aggregation takes Job Parameters.</source>
        <translation>Nur die Aggregation nimmt Job-Parameter.</translation>
    </message>
    <message>
        <source>Stop takes back what waits, and stops what runs within ten seconds; what is committed stays.</source>
        <translation>Stoppen zieht Wartendes zurück und stoppt Laufendes innerhalb von zehn Sekunden; was festgeschrieben ist, bleibt.</translation>
    </message>
    <message>
        <source>Initialization and migration run alone: what runs is waited for, and nothing else starts.</source>
        <translation>Initialisierung und Migration laufen allein: Auf Laufendes wird gewartet, und sonst startet nichts.</translation>
    </message>
    <message>
        <source>An error of the configuration keeps the jobs that it concerns from starting.</source>
        <translation>Ein Fehler der Konfiguration verhindert den Start der Jobs, die er betrifft.</translation>
    </message>
    <message>
        <source>While the schema is older than the program only migration runs; a newer schema is left alone.</source>
        <translation>Solange das Schema älter als das Programm ist, läuft nur die Migration; ein neueres Schema bleibt unberührt.</translation>
    </message>
    <message>
        <source>A changed option counts at once for what is to come, and leaves alone what runs.</source>
        <translation>Eine geänderte Option gilt sofort für alles Kommende und lässt Laufendes in Ruhe.</translation>
    </message>
    <message>
        <source>Times are wall times of the timezone option, which takes any IANA zone.</source>
        <translation>Zeiten sind Ortszeiten der Option timezone, die jede IANA-Zone nimmt.</translation>
    </message>
    <message>
        <source>A fixed time happens once on each day, also on the days when the clock changes.</source>
        <translation>Eine feste Zeit kommt an jedem Tag einmal, auch an den Tagen der Zeitumstellung.</translation>
    </message>
    <message>
        <source>A clock that jumps is noticed at once, and nothing is launched twice because of it.</source>
        <translation>Eine springende Uhr wird sofort bemerkt, und nichts startet deshalb zweimal.</translation>
    </message>
    <message>
        <source>Nothing is launched before its time, and the delay after it is measured.</source>
        <translation>Nichts startet vor seiner Zeit, und die Verspätung danach wird gemessen.</translation>
    </message>
    <message>
        <source>Of several servers one launches: the one that holds the lease.</source>
        <translation>Von mehreren Servern startet einer Jobs: der mit der Lease.</translation>
    </message>
    <message>
        <source>A run whose worker is gone for certain has failed, and is not started again by itself.</source>
        <translation>Ein Lauf, dessen Worker sicher weg ist, ist fehlgeschlagen und startet nicht von selbst neu.</translation>
    </message>
    <message>
        <source>Data and the mark of how far they go are written together, so that nothing is lost or done twice.</source>
        <translation>Daten und die Marke, wie weit sie reichen, werden zusammen geschrieben, damit nichts verloren geht oder doppelt geschieht.</translation>
    </message>
    <message>
        <source>What is found wrong is put right at every turn, and told.</source>
        <translation>Was falsch vorgefunden wird, wird bei jeder Runde berichtigt und gemeldet.</translation>
    </message>
    <message>
        <source>At one instant ends come before starts, and starts have a fixed order.</source>
        <translation>Im selben Augenblick kommen Enden vor Starts, und Starts haben eine feste Reihenfolge.</translation>
    </message>
    <message>
        <source>Where two rules speak, the stronger one wins.</source>
        <translation>Wo zwei Regeln sprechen, gewinnt die stärkere.</translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes</source>
        <translation>
            <numerusform>{n} Byte</numerusform>
            <numerusform>{n} Byte</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded: {file}, {size}.</source>
        <translation>Aufgezeichnet: {file}, {size}.</translation>
    </message>
    <message>
        <source>Kept: {files}, {size}.</source>
        <translation>Gesichert: {files}, {size}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} runs written to {file}</source>
        <translation>
            <numerusform>{n} Lauf in {file} geschrieben</numerusform>
            <numerusform>{n} Läufe in {file} geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is chosen: the job runs without Job Parameters.</source>
        <translation>Nichts ist gewählt: Der Job läuft ohne Job-Parameter.</translation>
    </message>
    <message>
        <source>Choose a hierarchy, or ALLSETS for every set.</source>
        <translation>Wählen Sie eine Hierarchie, oder ALLSETS für alle Sets.</translation>
    </message>
    <message>
        <source>What cannot be read is not shown here. Whatever you change here writes the parameters anew.</source>
        <translation>Was nicht lesbar ist, erscheint hier nicht. Jede Änderung hier schreibt die Parameter neu.</translation>
    </message>
    <message>
        <source>Choose the first and the last day.</source>
        <translation>Wählen Sie den ersten und den letzten Tag.</translation>
    </message>
    <message>
        <source>The last day must not lie before the first.</source>
        <translation>Der letzte Tag darf nicht vor dem ersten liegen.</translation>
    </message>
    <message numerus="yes">
        <source>{n} hierarchies</source>
        <translation>
            <numerusform>{n} Hierarchie</numerusform>
            <numerusform>{n} Hierarchien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{hierarchies} × {n} intervals</source>
        <translation>
            <numerusform>{hierarchies} × {n} Intervall</numerusform>
            <numerusform>{hierarchies} × {n} Intervalle</numerusform>
        </translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>{source} late since {time}</source>
        <translation>{source} verspätet seit {time}</translation>
    </message>
    <message>
        <source>{source} late {begin} – {end}</source>
        <translation>{source} verspätet {begin} – {end}</translation>
    </message>
    <message numerus="yes">
        <source>{n} options changed</source>
        <translation>
            <numerusform>{n} Option geändert</numerusform>
            <numerusform>{n} Optionen geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>{option} changed</source>
        <translation>{option} geändert</translation>
    </message>
    <message>
        <source>{option} {old} → {new}</source>
        <translation>{option} {old} → {new}</translation>
    </message>
    <message>
        <source>{by} set [{section}] {option} from {old} to {new}</source>
        <translation>{by} hat [{section}] {option} von {old} auf {new} gesetzt</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>select one re-aggregation</source>
        <translation>wählen Sie eine Neuaggregation</translation>
    </message>
    <message>
        <source>it has not ended yet</source>
        <translation>sie ist noch nicht zu Ende</translation>
    </message>
    <message>
        <source>Data behind</source>
        <translation>Datenrückstand</translation>
    </message>
    <message>
        <source>{duration} now</source>
        <translation>jetzt {duration}</translation>
    </message>
    <message>
        <source>Data {duration} behind at {time}</source>
        <translation>Daten um {time} {duration} im Rückstand</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About GIM Manager</source>
        <translation>Über GIM Manager</translation>
    </message>
    <message>
        <source>Runs, watches and explains the jobs of a contact-centre Info Mart.</source>
        <translation>Startet, überwacht und erklärt die Jobs eines Contact-Center-Info-Marts.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ActBar</name>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Take every change back that is not applied</source>
        <translation>Jede Änderung zurücknehmen, die nicht angewendet ist</translation>
    </message>
    <message>
        <source>Write all changes at once (Ctrl+Return)</source>
        <translation>Alle Änderungen auf einmal schreiben (Strg+Eingabe)</translation>
    </message>
</context>
<context>
    <name>AggregateGrid</name>
    <message>
        <source>Aggregates by hierarchy and level</source>
        <translation>Aggregate nach Hierarchie und Ebene</translation>
    </message>
</context>
<context>
    <name>AggregatesPage</name>
    <message>
        <source>Days: facts, hatched where purged; below them aggregates, amber where pending</source>
        <translation>Tage: Fakten, schraffiert wo gelöscht; darunter Aggregate, gelb wo sie ausstehen</translation>
    </message>
    <message>
        <source>How long the jobs take</source>
        <translation>Wie lange die Jobs brauchen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Re-aggregate…</source>
        <translation>Neu aggregieren…</translation>
    </message>
    <message>
        <source>Open Run Job with the chosen set and days (Return in the grid)</source>
        <translation>Job starten mit dem gewählten Satz und den Tagen öffnen (Eingabe in der Tabelle)</translation>
    </message>
    <message>
        <source>the connection is lost</source>
        <translation>die Verbindung ist verloren</translation>
    </message>
</context>
<context>
    <name>AlarmsDialog</name>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No alarm is raised, and none was lately.</source>
        <translation>Kein Alarm ist aktiv, und keiner war es kürzlich.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>What exactly went wrong</source>
        <translation>Was genau schiefging</translation>
    </message>
    <message>
        <source>Put this away</source>
        <translation>Weglegen</translation>
    </message>
</context>
<context>
    <name>BlockView</name>
    <message>
        <source>Set run-aggregates to false first</source>
        <translation>Zuerst run-aggregates auf false setzen</translation>
    </message>
</context>
<context>
    <name>ChangeLine</name>
    <message>
        <source>Revert</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Put the value before this change into the editor</source>
        <translation>Den Wert vor dieser Änderung in den Editor setzen</translation>
    </message>
    <message>
        <source>Revert {values}</source>
        <translation>Zurücknehmen: {values}</translation>
    </message>
</context>
<context>
    <name>ChannelLine</name>
    <message>
        <source>Test {channel}</source>
        <translation>{channel} testen</translation>
    </message>
    <message>
        <source>Testing …</source>
        <translation>Test läuft …</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Send a test message from this computer now</source>
        <translation>Jetzt von diesem Computer eine Testnachricht senden</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Keep running in the tray</source>
        <translation>Im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>The window goes, its server and jobs stay; the tray&apos;s menu brings it back</source>
        <translation>Das Fenster geht, sein Server und die Jobs bleiben; das Menü im Infobereich holt es zurück</translation>
    </message>
</context>
<context>
    <name>ConcernRow</name>
    <message>
        <source>Go to what this is about</source>
        <translation>Dorthin, worum es geht</translation>
    </message>
</context>
<context>
    <name>ConcernRows</name>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>On a server, or a file of this computer</source>
        <translation>Auf einem Server, oder eine Datei dieses Computers</translation>
    </message>
    <message>
        <source>A server (PostgreSQL)</source>
        <translation>Ein Server (PostgreSQL)</translation>
    </message>
    <message>
        <source>A local file (SQLite)</source>
        <translation>Eine lokale Datei (SQLite)</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>How the way to the server is protected</source>
        <translation>Wie der Weg zum Server geschützt ist</translation>
    </message>
    <message>
        <source>Keep it in the keyring of this computer</source>
        <translation>Im Schlüsselbund dieses Computers aufbewahren</translation>
    </message>
    <message>
        <source>localhost, or paste a whole URL here</source>
        <translation>localhost, oder eine ganze URL hier einfügen</translation>
    </message>
    <message>
        <source>empty: root.crt of this user (~/.postgresql)</source>
        <translation>leer: root.crt dieses Benutzers (~/.postgresql)</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Host and port</source>
        <translation>Host und Port</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Root certificate of the server&apos;s authority</source>
        <translation>Stammzertifikat der Stelle, die den Server beglaubigt</translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation>Stammzertifikat</translation>
    </message>
    <message>
        <source>Open an Info Mart</source>
        <translation>Ein Info Mart öffnen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Its server runs inside this window.</source>
        <translation>Sein Server läuft in diesem Fenster.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>empty: as it is kept, or PGPASSFILE</source>
        <translation>leer: wie aufbewahrt, oder PGPASSFILE</translation>
    </message>
    <message>
        <source>empty: PGPASSFILE</source>
        <translation>leer: PGPASSFILE</translation>
    </message>
</context>
<context>
    <name>ConnectionsDialog</name>
    <message>
        <source>Choose a saved connection</source>
        <translation>Eine gespeicherte Verbindung wählen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Wirklich entfernen</translation>
    </message>
</context>
<context>
    <name>ConnectionsLayout</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation>Gespeicherte Verbindungen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
</context>
<context>
    <name>DayFields</name>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day, included</source>
        <translation>Letzter Tag, einschließlich</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>included</source>
        <translation>einschließlich</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>Days with facts and aggregates</source>
        <translation>Tage mit Fakten und Aggregaten</translation>
    </message>
</context>
<context>
    <name>DemoDialog</name>
    <message>
        <source>Create a demo</source>
        <translation>Eine Demo anlegen</translation>
    </message>
    <message>
        <source>{days} days of a contact centre with {agents} agents are made, loaded, transformed and aggregated in this folder. Nothing else is touched.</source>
        <translation>{days} Tage eines Contact-Centers mit {agents} Agenten werden in diesem Ordner erzeugt, geladen, transformiert und aggregiert. Sonst wird nichts angerührt.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What is done stands here, line by line. It takes about a minute.</source>
        <translation>Hier steht Zeile für Zeile, was geschieht. Es dauert etwa eine Minute.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create demo</source>
        <translation>Demo anlegen</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird gestoppt …</translation>
    </message>
    <message>
        <source>Folder of the demo</source>
        <translation>Ordner der Demo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Give it up; nothing stays of it</source>
        <translation>Aufgeben; es bleibt nichts davon</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>What the run does, step by step</source>
        <translation>Was der Lauf tut, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>What it wrote, as it writes it</source>
        <translation>Was er schrieb und gerade schreibt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why it waits, runs or ended</source>
        <translation>Warum er wartet, läuft oder endete</translation>
    </message>
    <message>
        <source>Choose a run: its steps, log and reasons stand here.</source>
        <translation>Wählen Sie einen Lauf: Hier stehen seine Schritte, sein Log und seine Gründe.</translation>
    </message>
    <message>
        <source>No line yet</source>
        <translation>Noch keine Zeile</translation>
    </message>
</context>
<context>
    <name>DraftsDialog</name>
    <message>
        <source>Changes that are not applied</source>
        <translation>Nicht angewendete Änderungen</translation>
    </message>
    <message>
        <source>These options were changed here and not applied: {names}.</source>
        <translation>Diese Optionen wurden hier geändert und nicht angewendet: {names}.</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>FactCards</name>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
</context>
<context>
    <name>FileActs</name>
    <message>
        <source>Record</source>
        <translation>Aufzeichnen</translation>
    </message>
    <message>
        <source>The runs, decisions and options of the last seven days are written into {file}. Persons, computers and sources get other names; passwords, logs and the data of the contact centre stay here.</source>
        <translation>Läufe, Entscheidungen und Optionen der letzten sieben Tage werden in {file} geschrieben. Personen, Computer und Quellen bekommen andere Namen; Passwörter, Logs und die Daten des Contact-Centers bleiben hier.</translation>
    </message>
    <message>
        <source>Export jobs</source>
        <translation>Jobs exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>The filtered job list is written into {file}.</source>
        <translation>Die gefilterte Jobliste wird in {file} geschrieben.</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>The Info Mart is kept in {file}. Jobs and people go on meanwhile.</source>
        <translation>Das Info Mart wird in {file} gesichert. Jobs und Personen arbeiten weiter.</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Eine Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückspielen</translation>
    </message>
    <message>
        <source>{file} is copied to {place} and checked, then opened.</source>
        <translation>{file} wird nach {place} kopiert und geprüft, dann geöffnet.</translation>
    </message>
    <message>
        <source>Recordings (*.gimrec)</source>
        <translation>Aufzeichnungen (*.gimrec)</translation>
    </message>
    <message>
        <source>SQLite databases (*.sqlite *.db)</source>
        <translation>SQLite-Datenbanken (*.sqlite *.db)</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Changed only</source>
        <translation>Nur Geänderte</translation>
    </message>
    <message>
        <source>Not at default</source>
        <translation>Nicht Standard</translation>
    </message>
    <message>
        <source>Only options with a change that is not applied</source>
        <translation>Nur Optionen mit einer Änderung, die nicht angewendet ist</translation>
    </message>
    <message>
        <source>Only options that are set</source>
        <translation>Nur Optionen, die gesetzt sind</translation>
    </message>
    <message>
        <source>No option matches.</source>
        <translation>Keine Option passt.</translation>
    </message>
    <message>
        <source>Search option, value, meaning</source>
        <translation>Option, Wert, Bedeutung suchen</translation>
    </message>
    <message>
        <source>Search options</source>
        <translation>Optionen suchen</translation>
    </message>
    <message>
        <source>Every word must stand in the section, name, value or meaning (Ctrl+F)</source>
        <translation>Jedes Wort muss in Sektion, Name, Wert oder Bedeutung stehen (Strg+F)</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Verlauf…</translation>
    </message>
    <message>
        <source>Who changed which option when</source>
        <translation>Wer welche Option wann geändert hat</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Say what an option file would change</source>
        <translation>Sagen, was eine Optionsdatei ändern würde</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Write all options into an INI file</source>
        <translation>Alle Optionen in eine INI-Datei schreiben</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Defaults as changes that are not applied yet</source>
        <translation>Standardwerte als Änderungen, die noch nicht angewendet sind</translation>
    </message>
    <message>
        <source>This section to its defaults</source>
        <translation>Diese Sektion auf ihre Standardwerte</translation>
    </message>
    <message>
        <source>the connection is lost</source>
        <translation>die Verbindung ist verloren</translation>
    </message>
</context>
<context>
    <name>FirstPage</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Give it up (Esc)</source>
        <translation>Aufgeben (Esc)</translation>
    </message>
    <message>
        <source>No Info Mart here yet</source>
        <translation>Noch kein Info Mart</translation>
    </message>
    <message>
        <source>Three ways to begin. A file can also be dropped here.</source>
        <translation>Drei Wege zu beginnen. Eine Datei kann auch hier abgelegt werden.</translation>
    </message>
    <message>
        <source>Opening an Info Mart</source>
        <translation>Ein Info Mart wird geöffnet</translation>
    </message>
    <message>
        <source>Create a demo</source>
        <translation>Eine Demo anlegen</translation>
    </message>
    <message>
        <source>Create demo…</source>
        <translation>Demo anlegen…</translation>
    </message>
    <message>
        <source>A sample contact centre, an Info Mart and a server in one folder, running in about a minute. Nothing else is touched.</source>
        <translation>Ein Beispiel-Contact-Center, ein Info Mart und ein Server in einem Ordner, bereit in etwa einer Minute. Sonst wird nichts angerührt.</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Eine Datei öffnen</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>A local Info Mart (SQLite). The server runs inside this window, as long as it is open.</source>
        <translation>Ein lokales Info Mart (SQLite). Der Server läuft in diesem Fenster, solange es offen ist.</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>An Info Mart on PostgreSQL that a server looks after, here or elsewhere.</source>
        <translation>Ein Info Mart auf PostgreSQL, um das sich ein Server kümmert, hier oder anderswo.</translation>
    </message>
</context>
<context>
    <name>FoldLine</name>
    <message>
        <source>All about this option (F6)</source>
        <translation>Alles über diese Option (F6)</translation>
    </message>
    <message>
        <source>About {option}</source>
        <translation>Über {option}</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Put all that the page says on the clipboard as text</source>
        <translation>Alles, was die Seite sagt, als Text in die Zwischenablage</translation>
    </message>
    <message>
        <source>the connection is lost</source>
        <translation>die Verbindung ist verloren</translation>
    </message>
    <message>
        <source>Look at options, schema, sources, clock and the past anew</source>
        <translation>Optionen, Schema, Quellen, Uhr und Vergangenheit neu ansehen</translation>
    </message>
</context>
<context>
    <name>HierarchyTicks</name>
    <message>
        <source>Every hierarchy at every level</source>
        <translation>Jede Hierarchie auf jeder Ebene</translation>
    </message>
    <message>
        <source>This version does not build {name}</source>
        <translation>Diese Version baut {name} nicht auf</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import options</source>
        <translation>Optionen importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>JobActs</name>
    <message>
        <source>Stop Job</source>
        <translation>Job stoppen</translation>
    </message>
    <message>
        <source>select a run that runs or waits</source>
        <translation>wählen Sie einen Lauf, der läuft oder wartet</translation>
    </message>
    <message>
        <source>no run is selected</source>
        <translation>kein Lauf ist ausgewählt</translation>
    </message>
</context>
<context>
    <name>JobPage</name>
    <message>
        <source>Search job, parameters, person, error</source>
        <translation>Job, Parameter, Person, Fehler</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search in job, parameters, person, note and error, or type a Job ID (Ctrl+F)</source>
        <translation>In Job, Parametern, Person, Bemerkung und Fehler suchen, oder eine Job-ID eingeben (Strg+F)</translation>
    </message>
    <message>
        <source>Number of runs</source>
        <translation>Anzahl der Läufe</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Only runs in this state</source>
        <translation>Nur Läufe in diesem Zustand</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Only runs of this job</source>
        <translation>Nur Läufe dieses Jobs</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Only runs asked for in this time</source>
        <translation>Nur Läufe, die in dieser Zeit angefordert wurden</translation>
    </message>
    <message>
        <source>No job has run yet.</source>
        <translation>Noch kein Job ist gelaufen.</translation>
    </message>
    <message>
        <source>Run Job</source>
        <translation>Job starten</translation>
    </message>
    <message>
        <source>No run matches.</source>
        <translation>Kein Lauf passt.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
</context>
<context>
    <name>LaneView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The connection is lost</source>
        <translation>Die Verbindung ist verloren</translation>
    </message>
</context>
<context>
    <name>MigrateDialog</name>
    <message>
        <source>Migrate</source>
        <translation>Migrieren</translation>
    </message>
    <message>
        <source>Bring this Info Mart up to date?</source>
        <translation>Dieses Info Mart auf den Stand bringen?</translation>
    </message>
    <message>
        <source>Afterwards an older program cannot open it any more.</source>
        <translation>Danach kann ein älteres Programm es nicht mehr öffnen.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
</context>
<context>
    <name>MomentAnswer</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Show option</source>
        <translation>Option zeigen</translation>
    </message>
    <message>
        <source>Go to this option on the Options page (Return)</source>
        <translation>Zu dieser Option auf der Seite Optionen (Eingabe)</translation>
    </message>
    <message>
        <source>Click a bar to see what became of its run, or an empty spot to see why nothing runs then. Arrow keys go from bar to bar, with Ctrl from flag to flag; Home goes to the present, + and - zoom.</source>
        <translation>Ein Klick auf einen Balken zeigt, was aus dem Lauf wurde, auf eine leere Stelle, warum dann nichts läuft. Pfeiltasten gehen von Balken zu Balken, mit Strg von Fahne zu Fahne; Pos1 führt in die Gegenwart, + und - zoomen.</translation>
    </message>
</context>
<context>
    <name>NightRow</name>
    <message>
        <source>How the runs of each job ended, and what a rule gave up</source>
        <translation>Wie die Läufe jedes Jobs endeten, und was durch Regeln entfiel</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details verbergen</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Details zeigen</translation>
    </message>
</context>
<context>
    <name>OneByOneDialog</name>
    <message>
        <source>Run jobs one by one</source>
        <translation>Jobs einzeln ausführen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>End and put back</source>
        <translation>Beenden und zurückstellen</translation>
    </message>
    <message>
        <source>Switch the schedule off</source>
        <translation>Zeitplan ausschalten</translation>
    </message>
    <message>
        <source>Run jobs one by one, for a trial or to find a fault?</source>
        <translation>Jobs einzeln ausführen, zur Probe oder um einen Fehler zu finden?</translation>
    </message>
    <message>
        <source>run-scheduler, run-aggregates and run-maintain are set to false, and the extraction, the transformation, the aggregation and the maintenance run when you say so.</source>
        <translation>run-scheduler, run-aggregates und run-maintain werden auf false gesetzt, und Extraktion, Transformation, Aggregation und Wartung laufen, wenn Sie es sagen.</translation>
    </message>
    <message>
        <source>What was on is remembered in the database, and put back when you end it: here, in another window or by the command line, also after this one was closed.</source>
        <translation>Was an war, merkt sich die Datenbank und stellt es zurück, wenn Sie es beenden: hier, in einem anderen Fenster oder auf der Befehlszeile, auch nachdem dieses geschlossen wurde.</translation>
    </message>
    <message>
        <source>Every job has had its turn.</source>
        <translation>Jeder Job war an der Reihe.</translation>
    </message>
    <message>
        <source>the connection is lost</source>
        <translation>die Verbindung ist verloren</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>{place} is brought up to date, then opened.</source>
        <translation>{place} wird auf den neuesten Stand gebracht und dann geöffnet.</translation>
    </message>
    <message>
        <source>Migrate</source>
        <translation>Migrieren</translation>
    </message>
    <message>
        <source>Open an Info Mart</source>
        <translation>Ein Info Mart öffnen</translation>
    </message>
    <message>
        <source>SQLite databases (*.sqlite *.db)</source>
        <translation>SQLite-Datenbanken (*.sqlite *.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>OptionActs</name>
    <message>
        <source>Import options</source>
        <translation>Optionen importieren</translation>
    </message>
    <message>
        <source>Export options</source>
        <translation>Optionen exportieren</translation>
    </message>
    <message>
        <source>Option files (*.ini);;All files (*)</source>
        <translation>Optionsdateien (*.ini);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>OptionDesk</name>
    <message>
        <source>the connection is lost</source>
        <translation>die Verbindung ist verloren</translation>
    </message>
    <message>
        <source>applying …</source>
        <translation>wird angewendet …</translation>
    </message>
    <message>
        <source>The day could not be played: its process ended.</source>
        <translation>Der Tag ließ sich nicht durchspielen: Sein Prozess endete.</translation>
    </message>
    <message>
        <source>The history cannot be read</source>
        <translation>Der Verlauf lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>The options were not changed</source>
        <translation>Die Optionen wurden nicht geändert</translation>
    </message>
    <message>
        <source>The file cannot be imported</source>
        <translation>Die Datei lässt sich nicht importieren</translation>
    </message>
    <message>
        <source>The options were not exported</source>
        <translation>Die Optionen wurden nicht exportiert</translation>
    </message>
    <message>
        <source>Exported to {file}</source>
        <translation>Nach {file} exportiert</translation>
    </message>
</context>
<context>
    <name>OptionHistoryDialog</name>
    <message>
        <source>History of the options</source>
        <translation>Verlauf der Optionen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Return goes to the option</source>
        <translation>Eingabe führt zur Option</translation>
    </message>
</context>
<context>
    <name>OptionInspector</name>
    <message>
        <source>About the option</source>
        <translation>Zur Option</translation>
    </message>
    <message>
        <source>Next five times</source>
        <translation>Die nächsten fünf Zeiten</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meinen behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Ihren nehmen</translation>
    </message>
    <message>
        <source>Back to default</source>
        <translation>Zurück zum Standard</translation>
    </message>
    <message>
        <source>Put the default into the editor (F6 leads here and back)</source>
        <translation>Den Standardwert in den Editor setzen (F6 führt her und zurück)</translation>
    </message>
    <message>
        <source>Send a test message from this computer</source>
        <translation>Von diesem Computer eine Testnachricht senden</translation>
    </message>
</context>
<context>
    <name>OrderField</name>
    <message>
        <source>Drag a word to its place, or move it by Alt+Up and Alt+Down</source>
        <translation>Ein Wort an seinen Platz ziehen, oder mit Alt+Auf und Alt+Ab verschieben</translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message>
        <source>In order</source>
        <translation>In Ordnung</translation>
    </message>
</context>
<context>
    <name>PanelBody</name>
    <message>
        <source>ETL status</source>
        <translation>ETL-Status</translation>
    </message>
</context>
<context>
    <name>ParameterEdit</name>
    <message>
        <source>Job Parameters</source>
        <translation>Job-Parameter</translation>
    </message>
    <message>
        <source>-insertPendingAgg SETS-LEVEL.FLAVOR:START:END</source>
        <translation>-insertPendingAgg SETS-LEVEL.FLAVOR:START:END</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose a folder</source>
        <translation>Einen Ordner wählen</translation>
    </message>
</context>
<context>
    <name>ReaggregationBuilder</name>
    <message>
        <source>Level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Flavor</source>
        <translation>Flavor</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Hierarchies</source>
        <translation>Hierarchien</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Bedeutet</translation>
    </message>
    <message>
        <source>All levels at once go with all hierarchies only</source>
        <translation>Alle Ebenen zugleich gibt es nur für alle Hierarchien</translation>
    </message>
    <message>
        <source>All levels at once go with both flavors only</source>
        <translation>Alle Ebenen zugleich gibt es nur für beide Flavors</translation>
    </message>
</context>
<context>
    <name>RebuildPreviewDialog</name>
    <message>
        <source>Preview of a re-aggregation</source>
        <translation>Vorschau einer Neuaggregation</translation>
    </message>
    <message>
        <source>Also what would stay as it is</source>
        <translation>Auch, was bliebe, wie es ist</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ResumeDialog</name>
    <message>
        <source>Resume schedule</source>
        <translation>Zeitplan fortsetzen</translation>
    </message>
    <message>
        <source>Within the next minute nothing is launched.</source>
        <translation>In der nächsten Minute startet nichts.</translation>
    </message>
    <message>
        <source>Within the next minute it launches:</source>
        <translation>In der nächsten Minute startet:</translation>
    </message>
    <message>
        <source>Keep it suspended</source>
        <translation>Ausgesetzt lassen</translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
</context>
<context>
    <name>RunJobDialog</name>
    <message>
        <source>Run Job</source>
        <translation>Job starten</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>The same request for the command line, on the clipboard</source>
        <translation>Dieselbe Anforderung für die Befehlszeile, in die Zwischenablage</translation>
    </message>
    <message>
        <source>Hold and maintain</source>
        <translation>Anhalten und Wartung ausführen</translation>
    </message>
    <message>
        <source>Suspend the schedule, wait for what runs, run Job_MaintainGIM, resume</source>
        <translation>Den Zeitplan aussetzen, auf Laufendes warten, Job_MaintainGIM ausführen, fortsetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The re-aggregation is tried on copies and compared with what there is. Nothing is changed.</source>
        <translation>Die Neuaggregation wird an Kopien versucht und mit dem Vorhandenen verglichen. Nichts wird geändert.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>RunJobForm</name>
    <message>
        <source>Job Parameters</source>
        <translation>Job-Parameter</translation>
    </message>
    <message>
        <source>&amp;Build…</source>
        <translation>&amp;Zusammenstellen…</translation>
    </message>
    <message>
        <source>Put the Job Parameters together by ticking and choosing (Alt+B)</source>
        <translation>Die Job-Parameter durch Ankreuzen und Auswählen zusammenstellen (Alt+Z)</translation>
    </message>
    <message>
        <source>Build the Job Parameters</source>
        <translation>Die Job-Parameter zusammenstellen</translation>
    </message>
    <message>
        <source>Pre&amp;view</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>What the re-aggregation would change, before it is asked for; nothing is written (Alt+V)</source>
        <translation>Was die Neuaggregation ändern würde, bevor sie angefordert wird; nichts wird geschrieben (Alt+V)</translation>
    </message>
    <message>
        <source>This job takes no Job Parameters.</source>
        <translation>Dieser Job nimmt keine Job-Parameter.</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
</context>
<context>
    <name>ScheduleActs</name>
    <message>
        <source>No server was started</source>
        <translation>Es wurde kein Server gestartet</translation>
    </message>
    <message>
        <source>The server goes on</source>
        <translation>Der Server läuft weiter</translation>
    </message>
    <message>
        <source>the server of a file lives and ends with its window</source>
        <translation>der Server einer Datei lebt und endet mit ihrem Fenster</translation>
    </message>
    <message>
        <source>it is held already</source>
        <translation>er ist schon angehalten</translation>
    </message>
    <message>
        <source>no server runs inside this window</source>
        <translation>in diesem Fenster läuft kein Server</translation>
    </message>
    <message>
        <source>it is the scheduler already</source>
        <translation>er ist schon der Scheduler</translation>
    </message>
    <message>
        <source>The schedule stays as it is</source>
        <translation>Der Zeitplan bleibt, wie er ist</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show the value</source>
        <translation>Den Wert zeigen</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>Sections</source>
        <translation>Sektionen</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Wall time of the schedule</source>
        <translation>Ortszeit des Zeitplans</translation>
    </message>
    <message>
        <source>Age of the picture</source>
        <translation>Alter des Bildes</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Newest alarm</source>
        <translation>Neuester Alarm</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>opening …</source>
        <translation>wird geöffnet …</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>Server state unknown</source>
        <translation>Serverzustand unbekannt</translation>
    </message>
    <message>
        <source>{host} leads</source>
        <translation>{host} führt</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>No steps recorded</source>
        <translation>Keine Schritte aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>StopJobDialog</name>
    <message>
        <source>Stop Job</source>
        <translation>Job stoppen</translation>
    </message>
    <message>
        <source>Reason, kept on the runs</source>
        <translation>Grund, bleibt an den Läufen stehen</translation>
    </message>
    <message>
        <source>for example: wrong parameters, ticket number</source>
        <translation>zum Beispiel: falsche Parameter, Ticketnummer</translation>
    </message>
    <message>
        <source>{user} from {host}</source>
        <translation>{user} von {host}</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>The stretch of time before (Page Up)</source>
        <translation>Die Zeit davor (Bild auf)</translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>The stretch of time after (Page Down)</source>
        <translation>Die Zeit danach (Bild ab)</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>To the present (Home)</source>
        <translation>Zur Gegenwart (Pos1)</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>One hour</source>
        <translation>Eine Stunde</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 h</translation>
    </message>
    <message>
        <source>Six hours</source>
        <translation>Sechs Stunden</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>Ein Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>One week, from Monday</source>
        <translation>Eine Woche ab Montag</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>One month</source>
        <translation>Ein Monat</translation>
    </message>
    <message>
        <source>Draw unsaved options</source>
        <translation>Ungespeicherte Optionen</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern…</translation>
    </message>
    <message>
        <source>Save what is shown as PNG or SVG, in the light theme</source>
        <translation>Das Gezeigte als PNG oder SVG speichern, im hellen Design</translation>
    </message>
    <message>
        <source>Beside what is expected, what the changed options would do</source>
        <translation>Neben dem Erwarteten, was die geänderten Optionen täten</translation>
    </message>
    <message>
        <source>No option of the schedule is changed and not applied</source>
        <translation>Keine Option des Zeitplans ist geändert und nicht angewendet</translation>
    </message>
</context>
<context>
    <name>TimelineDesk</name>
    <message>
        <source>The time to come could not be played: its process ended.</source>
        <translation>Die kommende Zeit ließ sich nicht durchspielen: Ihr Prozess endete.</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Show in Jobs</source>
        <translation>In Jobs zeigen</translation>
    </message>
    <message>
        <source>Select this run on the Jobs page (Return)</source>
        <translation>Diesen Lauf auf der Seite Jobs auswählen (Eingabe)</translation>
    </message>
    <message>
        <source>looking into it …</source>
        <translation>wird nachgesehen …</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation>PNG-Bild (*.png);;SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>The picture was not saved</source>
        <translation>Das Bild wurde nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open GIM Manager</source>
        <translation>GIM Manager öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>TrendLines</name>
    <message>
        <source>How long the jobs take</source>
        <translation>Wie lange die Jobs brauchen</translation>
    </message>
    <message>
        <source>No job has ended well in the last 14 days</source>
        <translation>Kein Job ist in den letzten 14 Tagen gut beendet</translation>
    </message>
</context>
<context>
    <name>UndoDialog</name>
    <message>
        <source>Undo re-aggregation</source>
        <translation>Neuaggregation rückgängig machen</translation>
    </message>
    <message>
        <source>Undo re-aggregation {id}?</source>
        <translation>Neuaggregation {id} rückgängig machen?</translation>
    </message>
    <message>
        <source>Rows that are put back</source>
        <translation>Zeilen, die wiederhergestellt werden</translation>
    </message>
    <message>
        <source>Levels that were not rebuilt themselves are built from these rows afterwards. The undoing is a run of its own and can be undone in turn.</source>
        <translation>Ebenen, die nicht selbst neu gebildet wurden, werden danach aus diesen Zeilen gebildet. Es ist ein eigener Lauf, der seinerseits rückgängig gemacht werden kann.</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>The same request for the command line, on the clipboard</source>
        <translation>Dieselbe Anforderung für die Befehlszeile, in die Zwischenablage</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
</context>
<context>
    <name>WhyView</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>WindowState</name>
    <message>
        <source>a recording does not change</source>
        <translation>eine Aufzeichnung ändert sich nicht</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Live – reconnecting</source>
        <translation>Live – verbindet neu</translation>
    </message>
    <message>
        <source>Live off</source>
        <translation>Live aus</translation>
    </message>
    <message>
        <source>Suspend schedule</source>
        <translation>Zeitplan aussetzen</translation>
    </message>
    <message>
        <source>Resume schedule</source>
        <translation>Zeitplan fortsetzen</translation>
    </message>
    <message>
        <source>End the server here</source>
        <translation>Den Server hier beenden</translation>
    </message>
    <message>
        <source>Start a server here</source>
        <translation>Hier einen Server starten</translation>
    </message>
    <message>
        <source>the connection is lost</source>
        <translation>die Verbindung ist verloren</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>What is at hand</source>
        <translation>Was gerade getan wird</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Give it up; nothing is written</source>
        <translation>Aufgeben; nichts wird geschrieben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird gestoppt …</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Every run, newest first</source>
        <translation>Jeder Lauf, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>What ran and what is expected, a lane a job</source>
        <translation>Was lief und was erwartet wird, eine Spur je Job</translation>
    </message>
    <message>
        <source>Aggregates</source>
        <translation>Aggregate</translation>
    </message>
    <message>
        <source>What is built, and what can be built again</source>
        <translation>Was gebildet ist und was neu gebildet werden kann</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Every option, and who changed it</source>
        <translation>Jede Option, und wer sie geändert hat</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What needs attention, and what is in order</source>
        <translation>Was Aufmerksamkeit braucht und was in Ordnung ist</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Weiter…</translation>
    </message>
    <message>
        <source>Resume schedule</source>
        <translation>Zeitplan fortsetzen</translation>
    </message>
    <message>
        <source>Show Health</source>
        <translation>Zustand zeigen</translation>
    </message>
    <message>
        <source>Run Job …</source>
        <translation>Job starten …</translation>
    </message>
    <message>
        <source>Show option</source>
        <translation>Option zeigen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>(left out)</source>
        <translation>(ausgelassen)</translation>
    </message>
    <message>
        <source>(set by {by})</source>
        <translation>(gesetzt von {by})</translation>
    </message>
    <message>
        <source>({count} times)</source>
        <translation>({count}-mal)</translation>
    </message>
    <message>
        <source>, and is expected to end at {until}</source>
        <translation>, und wird voraussichtlich um {until} enden</translation>
    </message>
    <message>
        <source>, and it {be} to start again at {restart}</source>
        <translation>, und es {be} um {restart} neu gestartet</translation>
    </message>
    <message>
        <source>, with maintenance</source>
        <translation>, mit Wartung</translation>
    </message>
    <message>
        <source>, {total_seconds} s after its time</source>
        <translation>, {total_seconds} s nach seiner Zeit</translation>
    </message>
    <message>
        <source>1 row of {table} contradicted itself and was left out: it {reason}.</source>
        <translation>1 Zeile von {table} widersprach sich und wurde ausgelassen: Sie {reason}.</translation>
    </message>
    <message>
        <source>1 row of {table} contradicted themselves and were left out: each {reason}.</source>
        <translation>1 Zeile von {table} widersprach sich und wurde ausgelassen: Jede {reason}.</translation>
    </message>
    <message>
        <source>; its last words: {last_words}</source>
        <translation>; seine letzten Worte: {last_words}</translation>
    </message>
    <message>
        <source>A change of the options closed the window of aggregation.</source>
        <translation>Eine Änderung der Optionen hat das Aggregationsfenster geschlossen.</translation>
    </message>
    <message>
        <source>A connection needs a name of its own.</source>
        <translation>Eine Verbindung braucht einen eigenen Namen.</translation>
    </message>
    <message>
        <source>A data source needs a name and at least one role.</source>
        <translation>Eine Datenquelle braucht einen Namen und mindestens eine Rolle.</translation>
    </message>
    <message>
        <source>A file whose first line is the password of mail-user; GIM_MANAGER_ALARM_MAIL_SECRET in the server&apos;s environment goes before it.</source>
        <translation>Eine Datei, deren erste Zeile das Passwort von mail-user ist; GIM_MANAGER_ALARM_MAIL_SECRET in der Umgebung des Servers geht vor.</translation>
    </message>
    <message>
        <source>A file whose lines are headers of the request, `Name: value`; GIM_MANAGER_ALARM_WEBHOOK_SECRET in the server&apos;s environment goes before it.</source>
        <translation>Eine Datei, deren Zeilen Header der Anfrage sind, `Name: value`; GIM_MANAGER_ALARM_WEBHOOK_SECRET in der Umgebung des Servers geht vor.</translation>
    </message>
    <message>
        <source>A hold cannot last {minutes} minutes: it takes 1 to {longest_length}. To suspend the schedule for longer, set [schedule] run-scheduler to false.</source>
        <translation>Ein Anhalten kann nicht {minutes} Minuten dauern: Es nimmt 1 bis {longest_length}. Um den Zeitplan länger auszusetzen, setzen Sie [schedule] run-scheduler auf false.</translation>
    </message>
    <message>
        <source>A launch of {job}</source>
        <translation>Ein Start von {job}</translation>
    </message>
    <message>
        <source>A launch of {job} {at}.</source>
        <translation>Ein Start von {job} {at}.</translation>
    </message>
    <message>
        <source>A login that never ended is closed after this long.</source>
        <translation>Eine Anmeldung ohne Ende wird nach dieser Zeit geschlossen.</translation>
    </message>
    <message>
        <source>A request for {job}</source>
        <translation>Eine Anforderung von {job}</translation>
    </message>
    <message>
        <source>A server for {job} {id}</source>
        <translation>Ein Server für {job} {id}</translation>
    </message>
    <message>
        <source>A test message was accepted by {channel}.</source>
        <translation>{channel} hat eine Testnachricht angenommen.</translation>
    </message>
    <message>
        <source>Adding a data source</source>
        <translation>Hinzufügen einer Datenquelle</translation>
    </message>
    <message>
        <source>After how long a raised alarm is told again; 0 tells it once.</source>
        <translation>Nach welcher Zeit ein aktiver Alarm erneut gemeldet wird; 0 meldet ihn einmal.</translation>
    </message>
    <message>
        <source>After this long without new data an active source is reported as delayed.</source>
        <translation>Nach dieser Zeit ohne neue Daten gilt eine aktive Quelle als verzögert.</translation>
    </message>
    <message>
        <source>Aggregation is kept running until {closes}.</source>
        <translation>Die Aggregation wird bis {closes} am Laufen gehalten.</translation>
    </message>
    <message>
        <source>Aggregation is not running: it is started and the parameters are ignored. Ask again once it runs.</source>
        <translation>Die Aggregation läuft nicht: Sie wird gestartet, und die Parameter werden ignoriert. Fordern Sie erneut an, sobald sie läuft.</translation>
    </message>
    <message>
        <source>Aggregation runs until {closes}.</source>
        <translation>Die Aggregation läuft bis {closes}.</translation>
    </message>
    <message>
        <source>All pending intervals are aggregated.</source>
        <translation>Alle ausstehenden Intervalle sind aggregiert.</translation>
    </message>
    <message>
        <source>An agent&apos;s state that never ended is closed after this long.</source>
        <translation>Ein Zustand eines Agenten ohne Ende wird nach dieser Zeit geschlossen.</translation>
    </message>
    <message>
        <source>An error that is not known: {name}: {error}</source>
        <translation>Ein unbekannter Fehler: {name}: {error}</translation>
    </message>
    <message>
        <source>An interaction abandoned sooner than this counts as short.</source>
        <translation>Eine Interaktion, die früher aufgegeben wird, zählt als kurz.</translation>
    </message>
    <message>
        <source>An interaction accepted within this counts as accepted in time.</source>
        <translation>Eine Interaktion, die innerhalb dieser Zeit angenommen wird, zählt als rechtzeitig.</translation>
    </message>
    <message>
        <source>An interaction that never ended is closed after this long.</source>
        <translation>Eine Interaktion ohne Ende wird nach dieser Zeit geschlossen.</translation>
    </message>
    <message>
        <source>Before this run {user} brought the manager&apos;s tables from version {span}.</source>
        <translation>Vor diesem Lauf hat {user} die Tabellen des Managers von Version {span} gebracht.</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Begins when {job} runs again; run {id} is stopping.</source>
        <translation>Beginnt, wenn {job} wieder läuft; Lauf {id} wird gestoppt.</translation>
    </message>
    <message>
        <source>Begins with the first interval of {aggregate}, which is starting.</source>
        <translation>Beginnt mit dem ersten Intervall von {aggregate}, der gerade startet.</translation>
    </message>
    <message>
        <source>Begins with the next interval of {job} {id}.</source>
        <translation>Beginnt mit dem nächsten Intervall von {job} {id}.</translation>
    </message>
    <message>
        <source>Bringing the manager&apos;s tables up to date</source>
        <translation>Die Tabellen des Managers auf den Stand zu bringen</translation>
    </message>
    <message>
        <source>Brings the Info Mart&apos;s schema up to this program&apos;s version.</source>
        <translation>Bringt das Schema des Info Marts auf die Version dieses Programms.</translation>
    </message>
    <message>
        <source>Calculates the Aggregate tables from new and changed facts.</source>
        <translation>Berechnet die Aggregattabellen aus neuen und geänderten Fakten.</translation>
    </message>
    <message>
        <source>Changing options</source>
        <translation>Das Ändern von Optionen</translation>
    </message>
    <message>
        <source>Chunks that are committed stay; the one in work is rolled back and transformed next time.</source>
        <translation>Festgeschriebene Abschnitte bleiben; der laufende wird zurückgerollt und beim nächsten Mal transformiert.</translation>
    </message>
    <message>
        <source>Cleared alarms and their deliveries are deleted after this long.</source>
        <translation>Beendete Alarme und ihre Zustellungen werden nach dieser Zeit gelöscht.</translation>
    </message>
    <message>
        <source>Committed chunks stay; the one in work is rolled back and extracted next time. Its cycle ends.</source>
        <translation>Festgeschriebene Abschnitte bleiben; der laufende wird zurückgerollt und beim nächsten Mal extrahiert. Sein Zyklus endet.</translation>
    </message>
    <message>
        <source>Complete.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>Copies new and changed rows of all data sources into the Info Mart.</source>
        <translation>Kopiert neue und geänderte Zeilen aller Datenquellen in das Info Mart.</translation>
    </message>
    <message>
        <source>Daily maintenance is due.</source>
        <translation>Die tägliche Wartung ist fällig.</translation>
    </message>
    <message>
        <source>Data older than this are left out; counts only while the output directory is empty.</source>
        <translation>Ältere Daten werden ausgelassen; zählt nur, solange das Ausgabeverzeichnis leer ist.</translation>
    </message>
    <message>
        <source>Data older than this are never extracted; nothing means from the oldest row on.</source>
        <translation>Ältere Daten werden nie extrahiert; nichts bedeutet von der ältesten Zeile an.</translation>
    </message>
    <message>
        <source>Deleted configuration objects are purged after this long; where it is not set, no sooner than facts are.</source>
        <translation>Gelöschte Konfigurationsobjekte werden nach dieser Zeit gelöscht; wo sie nicht gesetzt ist, nicht früher als Fakten.</translation>
    </message>
    <message>
        <source>Discarded rows, audit and job history are purged after this long.</source>
        <translation>Verworfene Zeilen, Audit und Job-Verlauf werden nach dieser Zeit gelöscht.</translation>
    </message>
    <message>
        <source>ETL cycle</source>
        <translation>ETL-Zyklus</translation>
    </message>
    <message>
        <source>Each interval is left either old or new; what is pending stays pending.</source>
        <translation>Jedes Intervall bleibt entweder alt oder neu; was aussteht, steht weiter aus.</translation>
    </message>
    <message>
        <source>Ended runs leave the job list after this long.</source>
        <translation>Beendete Läufe verlassen die Liste nach dieser Zeit.</translation>
    </message>
    <message>
        <source>Ending a hold</source>
        <translation>Das Beenden eines Anhaltens</translation>
    </message>
    <message>
        <source>Every job has had its turn. Put back what was off with: gim-manager one-by-one end</source>
        <translation>Jeder Job war an der Reihe. Stellen Sie zurück, was aus war, mit: gim-manager one-by-one end</translation>
    </message>
    <message>
        <source>Exports through the export views, so that the files keep their columns over a migration.</source>
        <translation>Exportiert über die Export-Views, damit die Dateien ihre Spalten über eine Migration behalten.</translation>
    </message>
    <message>
        <source>Extracted rows of ended interactions are purged after this long.</source>
        <translation>Extrahierte Zeilen beendeter Interaktionen werden nach dieser Zeit gelöscht.</translation>
    </message>
    <message>
        <source>Extracted {rows} rows, transformed {rows2}, aggregated {rows3}, exported {rows4}.</source>
        <translation>{rows} Zeilen extrahiert, {rows2} transformiert, {rows3} aggregiert, {rows4} exportiert.</translation>
    </message>
    <message>
        <source>Facts after the last day of the calendar are in no aggregate yet: run Job_MaintainGIM.</source>
        <translation>Fakten nach dem letzten Tag des Kalenders sind noch in keinem Aggregat: Starten Sie Job_MaintainGIM.</translation>
    </message>
    <message>
        <source>Facts are purged after this long.</source>
        <translation>Fakten werden nach dieser Zeit gelöscht.</translation>
    </message>
    <message>
        <source>Facts before the first day of the calendar are in no aggregate: set date-time-start-year.</source>
        <translation>Fakten vor dem ersten Tag des Kalenders sind in keinem Aggregat: Setzen Sie date-time-start-year.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Failed, as was asked for.</source>
        <translation>Fehlgeschlagen, wie gewünscht.</translation>
    </message>
    <message>
        <source>Failed: {error}</source>
        <translation>Fehlgeschlagen: {error}</translation>
    </message>
    <message>
        <source>Fills calendars, partitions and default rows of a new Info Mart.</source>
        <translation>Füllt Kalender, Partitionen und Standardzeilen eines neuen Info Marts.</translation>
    </message>
    <message>
        <source>Folders are deleted after this long.</source>
        <translation>Ordner werden nach dieser Zeit gelöscht.</translation>
    </message>
    <message>
        <source>For how many days to come there must be partitions (PostgreSQL).</source>
        <translation>Für wie viele Tage im Voraus es Partitionen geben muss (PostgreSQL).</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Freitag</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Geht weiter</translation>
    </message>
    <message>
        <source>Goes on when {job} runs again; run {id} is stopping.</source>
        <translation>Geht weiter, wenn {job} wieder läuft; Lauf {id} wird gestoppt.</translation>
    </message>
    <message>
        <source>Holding the schedule</source>
        <translation>Das Anhalten des Zeitplans</translation>
    </message>
    <message>
        <source>How far ahead partitions are made (PostgreSQL).</source>
        <translation>Wie weit im Voraus Partitionen angelegt werden (PostgreSQL).</translation>
    </message>
    <message>
        <source>How long a channel may take to accept a message.</source>
        <translation>Wie lange ein Kanal brauchen darf, um eine Nachricht anzunehmen.</translation>
    </message>
    <message>
        <source>How long a window of aggregation stays open, by the wall clock.</source>
        <translation>Wie lange ein Aggregationsfenster offen bleibt, nach der Wanduhr.</translation>
    </message>
    <message>
        <source>How long an open ETL window may go without a cycle that ended well.</source>
        <translation>Wie lange ein offenes ETL-Fenster ohne gut beendeten Zyklus bleiben darf.</translation>
    </message>
    <message>
        <source>How long changes wait before the {level} level is calculated; 0 calculates it at once.</source>
        <translation>Wie lange Änderungen warten, bevor die Ebene {level} berechnet wird; 0 berechnet sie sofort.</translation>
    </message>
    <message>
        <source>How long the schedule may be suspended.</source>
        <translation>Wie lange der Zeitplan ausgesetzt sein darf.</translation>
    </message>
    <message>
        <source>How long to wait before trying again.</source>
        <translation>Wie lange bis zum nächsten Versuch gewartet wird.</translation>
    </message>
    <message>
        <source>How long what is measured must be right again before its alarm is cleared, so that it is not told again and again.</source>
        <translation>Wie lange das Gemessene wieder stimmen muss, bevor sein Alarm endet, damit er nicht immer neu gemeldet wird.</translation>
    </message>
    <message>
        <source>How many data sources are read side by side.</source>
        <translation>Wie viele Datenquellen nebeneinander gelesen werden.</translation>
    </message>
    <message>
        <source>How many days ahead this calendar is filled.</source>
        <translation>Wie viele Tage im Voraus dieser Kalender gefüllt wird.</translation>
    </message>
    <message>
        <source>How many days in a row without maintenance raise an alarm.</source>
        <translation>Wie viele Tage in Folge ohne Wartung einen Alarm auslösen.</translation>
    </message>
    <message>
        <source>How many days of the new year make a week its first; 4 with first-day-of-week 2 is ISO 8601.</source>
        <translation>Wie viele Tage des neuen Jahres eine Woche zu seiner ersten machen; 4 mit first-day-of-week 2 ist ISO 8601.</translation>
    </message>
    <message>
        <source>How many failures in a row of scheduled aggregation raise an alarm.</source>
        <translation>Wie viele Fehlschläge der geplanten Aggregation in Folge einen Alarm auslösen.</translation>
    </message>
    <message>
        <source>How many rows are purged in one transaction.</source>
        <translation>Wie viele Zeilen in einer Transaktion gelöscht werden.</translation>
    </message>
    <message>
        <source>How many rows of a table are taken over in one transaction.</source>
        <translation>Wie viele Zeilen einer Tabelle in einer Transaktion übernommen werden.</translation>
    </message>
    <message>
        <source>How many tables are written side by side.</source>
        <translation>Wie viele Tabellen nebeneinander geschrieben werden.</translation>
    </message>
    <message>
        <source>How many weeks the three months of a fiscal quarter have.</source>
        <translation>Wie viele Wochen die drei Monate eines Geschäftsquartals haben.</translation>
    </message>
    <message>
        <source>How many writers calculate recent data and how many older data; flex lends idle ones to the other side.</source>
        <translation>Wie viele Schreiber neuere und wie viele ältere Daten berechnen; flex leiht untätige der anderen Seite.</translation>
    </message>
    <message>
        <source>How much data one folder of an export takes.</source>
        <translation>Wie viele Daten ein Ordner eines Exports fasst.</translation>
    </message>
    <message>
        <source>How much data one transaction of the transformation takes; 0 takes all at once.</source>
        <translation>Wie viele Daten eine Transaktion der Transformation nimmt; 0 nimmt alle auf einmal.</translation>
    </message>
    <message>
        <source>How much room the disks of the Info Mart&apos;s file and of the exports must have.</source>
        <translation>Wie viel Platz die Platten der Info-Mart-Datei und der Exporte haben müssen.</translation>
    </message>
    <message>
        <source>How often a failed write is tried again.</source>
        <translation>Wie oft ein missglücktes Schreiben wiederholt wird.</translation>
    </message>
    <message>
        <source>How the connection to the mail server is protected.</source>
        <translation>Wie die Verbindung zum Mailserver geschützt ist.</translation>
    </message>
    <message>
        <source>In use, so left for the next run to drop: {left}.</source>
        <translation>In Gebrauch, deshalb dem nächsten Lauf zum Löschen überlassen: {left}.</translation>
    </message>
    <message>
        <source>In use, so their partitions are left for the next run: {left}.</source>
        <translation>In Gebrauch, deshalb bleiben ihre Partitionen für den nächsten Lauf: {left}.</translation>
    </message>
    <message>
        <source>Info Mart {step}</source>
        <translation>Info Mart {step}</translation>
    </message>
    <message>
        <source>It did not stop in time and is killed.</source>
        <translation>Der Lauf hat nicht rechtzeitig gestoppt und wird abgebrochen.</translation>
    </message>
    <message>
        <source>It gave no reason.</source>
        <translation>Er nannte keinen Grund.</translation>
    </message>
    <message>
        <source>It had committed nothing; the next run begins where it began.</source>
        <translation>Er hatte nichts festgeschrieben; der nächste Lauf beginnt, wo dieser begann.</translation>
    </message>
    <message>
        <source>It had committed {rows} rows{commits}, which stay</source>
        <translation>Er hatte {rows} Zeilen{commits} festgeschrieben, die bleiben</translation>
    </message>
    <message>
        <source>It had committed {told} rows, which stay</source>
        <translation>Er hatte {told} Zeilen festgeschrieben, die bleiben</translation>
    </message>
    <message>
        <source>It has ended already; nothing changes.</source>
        <translation>Er ist schon beendet; nichts ändert sich.</translation>
    </message>
    <message>
        <source>It has not started; it is taken back.</source>
        <translation>Er hat nicht begonnen und wird zurückgezogen.</translation>
    </message>
    <message>
        <source>It holds {found}, not made by this program: a real Info Mart is never touched.</source>
        <translation>Sie enthält {found}, nicht von diesem Programm: Ein echtes Info Mart wird nie angerührt.</translation>
    </message>
    <message>
        <source>It is expected to be canceled. {reason}</source>
        <translation>Es wird voraussichtlich zurückgezogen. {reason}</translation>
    </message>
    <message>
        <source>It is expected to be stopped. {reason}</source>
        <translation>Der Stopp wird erwartet. {reason}</translation>
    </message>
    <message>
        <source>It is expected to end.</source>
        <translation>Das Ende wird erwartet.</translation>
    </message>
    <message>
        <source>It is expected to start.</source>
        <translation>Der Start wird erwartet.</translation>
    </message>
    <message>
        <source>It is taken back.</source>
        <translation>Er wird zurückgezogen.</translation>
    </message>
    <message>
        <source>It is taken back. What it has rebuilt stays.</source>
        <translation>Er wird zurückgezogen. Was er neu gebildet hat, bleibt.</translation>
    </message>
    <message>
        <source>It starts when the extraction of a cycle is complete, and none {be} in progress.</source>
        <translation>Er startet, wenn die Extraktion eines Zyklus fertig ist, und keiner {be} im Gang.</translation>
    </message>
    <message>
        <source>It starts when the extraction of its cycle is complete, and that {be} still running.</source>
        <translation>Er startet, wenn die Extraktion seines Zyklus fertig ist, und die {be} noch im Gang.</translation>
    </message>
    <message>
        <source>It was due.</source>
        <translation>Er war fällig.</translation>
    </message>
    <message>
        <source>It was neither taken nor refused for {seconds} seconds.</source>
        <translation>Sie wurde {seconds} Sekunden lang weder angenommen noch abgelehnt.</translation>
    </message>
    <message>
        <source>It was told to stop already and is ended by force now. {effects}</source>
        <translation>Er wird schon gestoppt und wird jetzt mit Gewalt beendet. {effects}</translation>
    </message>
    <message>
        <source>It was told to stop.</source>
        <translation>Er wurde gestoppt.</translation>
    </message>
    <message>
        <source>Its server is gone. {trace}</source>
        <translation>Sein Server ist weg. {trace}</translation>
    </message>
    <message>
        <source>Its worker on {server} was last heard of at {zone}. {run}</source>
        <translation>Von seinem Worker auf {server} wurde zuletzt gehört um {zone}. {run}</translation>
    </message>
    <message>
        <source>Its worker on {server} was never heard of. {run}</source>
        <translation>Von seinem Worker auf {server} wurde nie gehört. {run}</translation>
    </message>
    <message>
        <source>Its worker process {gone}. {trace}</source>
        <translation>Sein Worker-Prozess {gone}. {trace}</translation>
    </message>
    <message>
        <source>Its {maintain} never started.</source>
        <translation>Sein {maintain} hat nie begonnen.</translation>
    </message>
    <message>
        <source>Job_AggregateGIM has not sealed it yet; it does so when nothing is left to build.</source>
        <translation>Job_AggregateGIM hat ihn noch nicht besiegelt; er tut es, wenn nichts mehr zu bilden ist.</translation>
    </message>
    <message>
        <source>Job_InitializeGIM has never ended well: no other job starts before. Run: gim-manager init</source>
        <translation>Job_InitializeGIM ist nie gut beendet: Vorher startet kein anderer Job. Führen Sie aus: gim-manager init</translation>
    </message>
    <message>
        <source>Keeps Job_AggregateGIM running inside its daily windows; then nobody starts or stops it by hand.</source>
        <translation>Hält Job_AggregateGIM in seinen täglichen Fenstern am Laufen; dann startet oder stoppt ihn niemand von Hand.</translation>
    </message>
    <message>
        <source>Launches Job_ExportGIM by its schedule.</source>
        <translation>Startet Job_ExportGIM nach seinem Zeitplan.</translation>
    </message>
    <message>
        <source>Launches Job_MaintainGIM once a day.</source>
        <translation>Startet Job_MaintainGIM einmal am Tag.</translation>
    </message>
    <message>
        <source>Launches Job_UpdateStats by its schedule (PostgreSQL only).</source>
        <translation>Startet Job_UpdateStats nach seinem Zeitplan (nur PostgreSQL).</translation>
    </message>
    <message>
        <source>Launches jobs by the schedule; false suspends all launches and leaves what runs alone.</source>
        <translation>Startet Jobs nach dem Zeitplan; false setzt alle Starts aus und lässt in Ruhe, was läuft.</translation>
    </message>
    <message>
        <source>Left out, as this version does not build them: {missing}.</source>
        <translation>Ausgelassen, da diese Version sie nicht bildet: {missing}.</translation>
    </message>
    <message>
        <source>Lets a person run Job_UpdateStats and Job_ExportGIM too.</source>
        <translation>Lässt auch Job_UpdateStats und Job_ExportGIM von Hand starten.</translation>
    </message>
    <message>
        <source>Line {number}: {problem}</source>
        <translation>Zeile {number}: {problem}</translation>
    </message>
    <message>
        <source>Locked by another session, so left for the next time: {skipped}.</source>
        <translation>Von einer anderen Sitzung gesperrt, deshalb auf das nächste Mal verschoben: {skipped}.</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Lost: {error}</source>
        <translation>Verloren: {error}</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>Eine Sicherung zu machen</translation>
    </message>
    <message>
        <source>Making a server the scheduler</source>
        <translation>Einen Server zum Scheduler zu machen</translation>
    </message>
    <message>
        <source>Minutes from the start of one ETL cycle to the start of the next; 0 runs them back to back.</source>
        <translation>Minuten vom Start eines ETL-Zyklus bis zum Start des nächsten; 0 lässt sie nahtlos aufeinander folgen.</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>No ETL cycle has ended well since {since}: more than {intervals} times etl-frequency ago.</source>
        <translation>Seit {since} ist kein ETL-Zyklus gut beendet: länger als {intervals}-mal etl-frequency.</translation>
    </message>
    <message>
        <source>No cycle had begun in this window</source>
        <translation>In diesem Fenster hatte kein Zyklus begonnen</translation>
    </message>
    <message>
        <source>No cycle that began after its end is complete.</source>
        <translation>Kein Zyklus, der nach seinem Ende begann, ist fertig.</translation>
    </message>
    <message>
        <source>No cycle will have begun in this window</source>
        <translation>In diesem Fenster wird kein Zyklus begonnen haben</translation>
    </message>
    <message>
        <source>No data source has</source>
        <translation>Keine Datenquelle hat</translation>
    </message>
    <message>
        <source>No data source has the role ICON_CFG: give it to exactly one.</source>
        <translation>Keine Datenquelle hat die Rolle ICON_CFG: Geben Sie sie genau einer.</translation>
    </message>
    <message>
        <source>No data source has the role ICON_CORE or ICON_MM, so that there are no interactions: give it to one.</source>
        <translation>Keine Datenquelle hat die Rolle ICON_CORE oder ICON_MM, sodass es keine Interaktionen gibt: Geben Sie sie einer.</translation>
    </message>
    <message>
        <source>No half folder stays; the next run exports the same rows.</source>
        <translation>Kein halber Ordner bleibt; der nächste Lauf exportiert dieselben Zeilen.</translation>
    </message>
    <message>
        <source>No job was run yet: begin with: gim-manager one-by-one next</source>
        <translation>Noch lief kein Job: Beginnen Sie mit: gim-manager one-by-one next</translation>
    </message>
    <message>
        <source>No server is alive for this Info Mart, so nothing was asked for. Start one with: gim-manager serve</source>
        <translation>Für dieses Info Mart ist kein Server da, deshalb wurde nichts angefordert. Starten Sie einen mit: gim-manager serve</translation>
    </message>
    <message>
        <source>No server is running now: nothing is launched until one is.</source>
        <translation>Jetzt läuft kein Server: Bis einer da ist, startet nichts.</translation>
    </message>
    <message>
        <source>No server of this computer stands by</source>
        <translation>Kein Server dieses Computers steht bereit</translation>
    </message>
    <message>
        <source>No server was running{when}: nothing was launched.</source>
        <translation>Kein Server lief{when}: Nichts wurde gestartet.</translation>
    </message>
    <message>
        <source>No server {name} is alive</source>
        <translation>Kein Server {name} ist da</translation>
    </message>
    <message>
        <source>No worker process could be started: {strerror}.</source>
        <translation>Kein Worker-Prozess ließ sich starten: {strerror}.</translation>
    </message>
    <message>
        <source>Nobody could make the launch of {last} in time.</source>
        <translation>Niemand konnte den Start von {last} rechtzeitig machen.</translation>
    </message>
    <message>
        <source>Nobody could make the {gap} launches from {first} to {last} in time.</source>
        <translation>Niemand konnte die {gap} Starts von {first} bis {last} rechtzeitig machen.</translation>
    </message>
    <message>
        <source>Nobody runs jobs one by one. Begin with: gim-manager one-by-one start</source>
        <translation>Niemand führt Jobs einzeln aus. Beginnen Sie mit: gim-manager one-by-one start</translation>
    </message>
    <message>
        <source>Not known to this program; kept as an import brought it.</source>
        <translation>Diesem Programm unbekannt; aufbewahrt, wie ein Import es brachte.</translation>
    </message>
    <message>
        <source>Nothing else runs: the maintenance of the hold of {owner} begins.</source>
        <translation>Sonst läuft nichts: Die Wartung des Anhaltens durch {owner} beginnt.</translation>
    </message>
    <message>
        <source>Nothing holds it back.</source>
        <translation>Nichts hält ihn zurück.</translation>
    </message>
    <message>
        <source>Nothing is due before.</source>
        <translation>Vorher ist nichts fällig.</translation>
    </message>
    <message>
        <source>Nothing is kept of what run {number} has replaced.</source>
        <translation>Von dem, was Lauf {number} ersetzt hat, ist nichts aufgehoben.</translation>
    </message>
    <message>
        <source>Nothing was changed, because others were faster. {told}</source>
        <translation>Nichts wurde geändert, weil andere schneller waren. {told}</translation>
    </message>
    <message>
        <source>Nothing was changed. An administrator of the database can run what this prints: gim-manager init --roles --print</source>
        <translation>Nichts wurde geändert. Ein Administrator der Datenbank kann ausführen, was dies ausgibt: gim-manager init --roles --print</translation>
    </message>
    <message>
        <source>Nothing was ever loaded of it.</source>
        <translation>Von ihm wurde nie etwas geladen.</translation>
    </message>
    <message>
        <source>Of that time nothing is kept, or this Info Mart was not there yet.</source>
        <translation>Von jener Zeit ist nichts aufbewahrt, oder dieses Info Mart gab es noch nicht.</translation>
    </message>
    <message>
        <source>Only {aggregate} takes parameters; {job} takes none.</source>
        <translation>Nur {aggregate} nimmt Parameter; {job} nimmt keine.</translation>
    </message>
    <message>
        <source>Purges what is older than the retention options say and extends the calendars.</source>
        <translation>Löscht, was älter ist als die Aufbewahrung erlaubt, und verlängert die Kalender.</translation>
    </message>
    <message>
        <source>Puts back {rows} rows of {first} that run {run_id} has changed.</source>
        <translation>Stellt {rows} Zeilen vom {first} wieder her, die Lauf {run_id} geändert hat.</translation>
    </message>
    <message>
        <source>Puts back {rows} rows of {first} to {last} that run {run_id} has changed.</source>
        <translation>Stellt {rows} Zeilen von {first} bis {last} wieder her, die Lauf {run_id} geändert hat.</translation>
    </message>
    <message>
        <source>Puts back {rows} rows that run {run_id} has changed.</source>
        <translation>Stellt {rows} Zeilen wieder her, die Lauf {run_id} geändert hat.</translation>
    </message>
    <message>
        <source>Raises an alarm when Job_AggregateGIM failed aggregation-failures times in a row.</source>
        <translation>Löst einen Alarm aus, wenn Job_AggregateGIM aggregation-failures-mal in Folge fehlschlug.</translation>
    </message>
    <message>
        <source>Raises an alarm when a run failed; the next Complete run of that job clears it.</source>
        <translation>Löst einen Alarm aus, wenn ein Lauf fehlschlug; der nächste fertige Lauf dieses Jobs beendet ihn.</translation>
    </message>
    <message>
        <source>Raises an alarm when no ETL cycle has ended well for no-good-cycle-intervals.</source>
        <translation>Löst einen Alarm aus, wenn no-good-cycle-intervals lang kein ETL-Zyklus gut beendet wurde.</translation>
    </message>
    <message>
        <source>Raises an alarm when scheduled maintenance was missed for maintenance-missed-days.</source>
        <translation>Löst einen Alarm aus, wenn die geplante Wartung maintenance-missed-days lang ausfiel.</translation>
    </message>
    <message>
        <source>Raises an alarm when the worker of a run was lost; the next Complete run of that job clears it.</source>
        <translation>Löst einen Alarm aus, wenn der Worker eines Laufs verloren ging; der nächste fertige Lauf dieses Jobs beendet ihn.</translation>
    </message>
    <message>
        <source>Raises an alarm while a data source is late by more than delayed-data-threshold.</source>
        <translation>Löst einen Alarm aus, solange eine Datenquelle mehr als delayed-data-threshold verspätet ist.</translation>
    </message>
    <message>
        <source>Raises an alarm while a disk has less room than disk-free-megabytes.</source>
        <translation>Löst einen Alarm aus, solange eine Platte weniger Platz hat als disk-free-megabytes.</translation>
    </message>
    <message>
        <source>Raises an alarm while a run takes longer than the P95 of the last 60 of its job; one in twenty does.</source>
        <translation>Löst einen Alarm aus, solange ein Lauf länger dauert als das P95 der letzten 60 seines Jobs; einer von zwanzig tut das.</translation>
    </message>
    <message>
        <source>Raises an alarm while a table has rows for which there is no partition (PostgreSQL).</source>
        <translation>Löst einen Alarm aus, solange eine Tabelle Zeilen hat, für die es keine Partition gibt (PostgreSQL).</translation>
    </message>
    <message>
        <source>Raises an alarm while the schedule is suspended for longer than schedule-suspended-minutes.</source>
        <translation>Löst einen Alarm aus, solange der Zeitplan länger als schedule-suspended-minutes ausgesetzt ist.</translation>
    </message>
    <message>
        <source>Raises an alarm while there are partitions for less than partitions-ahead-days (PostgreSQL).</source>
        <translation>Löst einen Alarm aus, solange es Partitionen für weniger als partitions-ahead-days gibt (PostgreSQL).</translation>
    </message>
    <message>
        <source>Re-aggregation {id} has not ended yet.</source>
        <translation>Die Neuaggregation {id} ist noch nicht zu Ende.</translation>
    </message>
    <message>
        <source>Read by nothing: multimedia rows stand in the tables of voice rows, and in their partitions.</source>
        <translation>Von nichts gelesen: Multimedia-Zeilen stehen in den Tabellen der Sprachzeilen und in deren Partitionen.</translation>
    </message>
    <message>
        <source>Read by nothing: no table of outbound rows is extracted.</source>
        <translation>Von nichts gelesen: Keine Tabelle mit Outbound-Zeilen wird extrahiert.</translation>
    </message>
    <message>
        <source>Read by nothing: there is no table of erasure requests.</source>
        <translation>Von nichts gelesen: Es gibt keine Tabelle mit Löschanträgen.</translation>
    </message>
    <message>
        <source>Rebuilds {span} ({zone}).</source>
        <translation>Bildet {span} neu ({zone}).</translation>
    </message>
    <message>
        <source>Rebuilds {span} ({zone}): {part}.</source>
        <translation>Bildet {span} neu ({zone}): {part}.</translation>
    </message>
    <message>
        <source>Refreshes the planner&apos;s statistics (PostgreSQL).</source>
        <translation>Frischt die Statistiken des Planers auf (PostgreSQL).</translation>
    </message>
    <message>
        <source>Removing a data source</source>
        <translation>Das Entfernen einer Datenquelle</translation>
    </message>
    <message>
        <source>Rows of it were extracted and are not transformed yet.</source>
        <translation>Zeilen von ihm sind extrahiert und noch nicht transformiert.</translation>
    </message>
    <message>
        <source>Run {id} is no re-aggregation.</source>
        <translation>Lauf {id} ist keine Neuaggregation.</translation>
    </message>
    <message>
        <source>Run {id} was this launch already.</source>
        <translation>Lauf {id} war dieser Start schon.</translation>
    </message>
    <message>
        <source>Run {number} has changed no rows: there is nothing to undo.</source>
        <translation>Lauf {number} hat keine Zeilen geändert: Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Run {number} was undone by run {undone_by}; undo that one to have it again.</source>
        <translation>Lauf {number} wurde durch Lauf {undone_by} rückgängig gemacht; machen Sie diesen rückgängig, um ihn wieder zu haben.</translation>
    </message>
    <message>
        <source>Run {run_id} is no longer this worker&apos;s: its server was not heard of for too long.</source>
        <translation>Lauf {run_id} gehört nicht mehr diesem Worker: Von seinem Server war zu lange nichts zu hören.</translation>
    </message>
    <message>
        <source>Running a server</source>
        <translation>Einen Server zu betreiben</translation>
    </message>
    <message>
        <source>Running jobs one by one</source>
        <translation>Jobs einzeln auszuführen</translation>
    </message>
    <message>
        <source>Running {job}</source>
        <translation>{job} zu starten</translation>
    </message>
    <message>
        <source>Runs command-line for each message, with the alarm as JSON on its standard input.</source>
        <translation>Führt command-line für jede Nachricht aus, mit dem Alarm als JSON auf der Standardeingabe.</translation>
    </message>
    <message>
        <source>SQLite has no roles: whoever may write the file is its administrator.</source>
        <translation>SQLite hat keine Rollen: Wer die Datei schreiben darf, ist ihr Administrator.</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <source>Scheduled maintenance was missed on {days} days in a row; it ended well last at {last}.</source>
        <translation>Die geplante Wartung fiel an {days} Tagen in Folge aus; zuletzt gut beendet wurde sie um {last}.</translation>
    </message>
    <message>
        <source>Scheduled maintenance was missed on {days} days in a row; it has never ended well.</source>
        <translation>Die geplante Wartung fiel an {days} Tagen in Folge aus; gut beendet wurde sie nie.</translation>
    </message>
    <message>
        <source>Sends alarms as JSON by POST to webhook-url.</source>
        <translation>Sendet Alarme als JSON per POST an webhook-url.</translation>
    </message>
    <message>
        <source>Sends alarms by mail.</source>
        <translation>Sendet Alarme per Mail.</translation>
    </message>
    <message>
        <source>Sends alarms to syslog.</source>
        <translation>Sendet Alarme an Syslog.</translation>
    </message>
    <message>
        <source>Servers that stand by work runs too, so that the jobs are spread over their computers (PostgreSQL); each must reach the data sources. Job_MigrateGIM and Job_ExportGIM stay with the leader.</source>
        <translation>Auch Server, die bereitstehen, führen Läufe aus, sodass sich die Jobs auf ihre Computer verteilen (PostgreSQL); jeder muss die Datenquellen erreichen. Job_MigrateGIM und Job_ExportGIM bleiben beim führenden.</translation>
    </message>
    <message>
        <source>Several servers could be meant: {part}. Name one.</source>
        <translation>Mehrere Server könnten gemeint sein: {part}. Nennen Sie einen.</translation>
    </message>
    <message>
        <source>Some of its aggregates are older than their facts.</source>
        <translation>Einige seiner Aggregate sind älter als ihre Fakten.</translation>
    </message>
    <message>
        <source>Somebody else has led these jobs on meanwhile: look with gim-manager one-by-one status</source>
        <translation>Jemand anderes hat diese Jobs inzwischen weitergeführt: Sehen Sie nach mit gim-manager one-by-one status</translation>
    </message>
    <message>
        <source>Started on {server}, {total_seconds} s after its time.</source>
        <translation>Gestartet auf {server}, {total_seconds} s nach seiner Zeit.</translation>
    </message>
    <message>
        <source>Started on {server}.</source>
        <translation>Gestartet auf {server}.</translation>
    </message>
    <message>
        <source>Started, {total_seconds} s after its time.</source>
        <translation>Gestartet, {total_seconds} s nach seiner Zeit.</translation>
    </message>
    <message>
        <source>Started.</source>
        <translation>Gestartet.</translation>
    </message>
    <message>
        <source>Starts Job_MigrateGIM by itself when the schema is older than the program.</source>
        <translation>Startet Job_MigrateGIM von selbst, wenn das Schema älter ist als das Programm.</translation>
    </message>
    <message>
        <source>Starts now, although {running}: beside it a job can end in a deadlock.</source>
        <translation>Startet jetzt, obwohl {running}: Daneben kann ein Job in einer Verklemmung enden.</translation>
    </message>
    <message>
        <source>Starts now.</source>
        <translation>Startet jetzt.</translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Gestoppt. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Stopping a run</source>
        <translation>Das Stoppen eines Laufs</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <source>Syslog at {where} did not take the message: {why}.</source>
        <translation>Syslog bei {where} hat die Nachricht nicht angenommen: {why}.</translation>
    </message>
    <message>
        <source>Tables that are analyzed stay so.</source>
        <translation>Analysierte Tabellen bleiben es.</translation>
    </message>
    <message>
        <source>Testing a channel</source>
        <translation>Einen Kanal zu testen</translation>
    </message>
    <message>
        <source>Testing a data source</source>
        <translation>Das Testen einer Datenquelle</translation>
    </message>
    <message>
        <source>The ETL cycle</source>
        <translation>Der ETL-Zyklus</translation>
    </message>
    <message>
        <source>The ETL cycle of {at} begins.</source>
        <translation>Der ETL-Zyklus von {at} beginnt.</translation>
    </message>
    <message>
        <source>The ETL cycle of {due_at} begins late: it was not launched at its time.</source>
        <translation>Der ETL-Zyklus von {due_at} beginnt verspätet: Er wurde nicht zu seiner Zeit gestartet.</translation>
    </message>
    <message>
        <source>The ETL cycle of {due_at} begins.</source>
        <translation>Der ETL-Zyklus von {due_at} beginnt.</translation>
    </message>
    <message>
        <source>The ETL window is open, and maintenance never starts in it.</source>
        <translation>Das ETL-Fenster ist offen, und darin beginnt Wartung nie.</translation>
    </message>
    <message>
        <source>The ETL window opened before maintenance could start.</source>
        <translation>Das ETL-Fenster öffnete, bevor die Wartung beginnen konnte.</translation>
    </message>
    <message>
        <source>The ETL window {be} closed{closed}.</source>
        <translation>Das ETL-Fenster {be} geschlossen{closed}.</translation>
    </message>
    <message>
        <source>The Info Mart is of version {step} now.</source>
        <translation>Das Info Mart hat jetzt Version {step}.</translation>
    </message>
    <message>
        <source>The address from which alarms come.</source>
        <translation>Die Adresse, von der Alarme kommen.</translation>
    </message>
    <message>
        <source>The addresses to which alarms go, separated by commas.</source>
        <translation>Die Adressen, an die Alarme gehen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>The bounds between the service time intervals of {of} interactions.</source>
        <translation>Die Grenzen zwischen den Service-Time-Intervallen von Interaktionen ({of}).</translation>
    </message>
    <message>
        <source>The channel is switched off: set [alarms] {channel} to true.</source>
        <translation>Der Kanal ist ausgeschaltet: Setzen Sie [alarms] {channel} auf true.</translation>
    </message>
    <message>
        <source>The channel was switched off.</source>
        <translation>Der Kanal wurde ausgeschaltet.</translation>
    </message>
    <message>
        <source>The character set of the CSV files.</source>
        <translation>Der Zeichensatz der CSV-Dateien.</translation>
    </message>
    <message>
        <source>The clock of {host} is {seconds} seconds ahead of the clock of the database: set it.</source>
        <translation>Die Uhr von {host} geht der Uhr der Datenbank {seconds} Sekunden vor: Stellen Sie sie.</translation>
    </message>
    <message>
        <source>The clock of {host} is {seconds} seconds behind the clock of the database: set it.</source>
        <translation>Die Uhr von {host} geht der Uhr der Datenbank {seconds} Sekunden nach: Stellen Sie sie.</translation>
    </message>
    <message>
        <source>The configuration check keeps {job} from starting: {found}</source>
        <translation>Die Konfigurationsprüfung verhindert den Start von {job}: {found}</translation>
    </message>
    <message>
        <source>The cycle of {began_at}</source>
        <translation>Der Zyklus von {began_at}</translation>
    </message>
    <message>
        <source>The data source {name} is late: nothing was heard of it after {at}.</source>
        <translation>Die Datenquelle {name} ist verspätet: Nach {at} kam nichts mehr von ihr.</translation>
    </message>
    <message>
        <source>The data source {name}: {problems}</source>
        <translation>Die Datenquelle {name}: {problems}</translation>
    </message>
    <message>
        <source>The data source {render_as_string} needs at least one role.</source>
        <translation>Die Datenquelle {render_as_string} braucht mindestens eine Rolle.</translation>
    </message>
    <message>
        <source>The data source {source} cannot be read: {why}</source>
        <translation>Die Datenquelle {source} ist nicht lesbar: {why}</translation>
    </message>
    <message>
        <source>The day has not ended.</source>
        <translation>Der Tag ist nicht zu Ende.</translation>
    </message>
    <message>
        <source>The day on which the fiscal year begins.</source>
        <translation>Der Tag, an dem das Geschäftsjahr beginnt.</translation>
    </message>
    <message>
        <source>The disk of {folder} ({holds}) has {free} MB left, less than disk-free-megabytes {least}.</source>
        <translation>Die Platte von {folder} ({holds}) hat noch {free} MB frei, weniger als disk-free-megabytes {least}.</translation>
    </message>
    <message>
        <source>The engine that calculates aggregates; the vendor&apos;s class name is taken as the built-in one, any other keeps Job_AggregateGIM from starting.</source>
        <translation>Die Maschine, die Aggregate berechnet; der Klassenname des Herstellers gilt als die eingebaute, jeder andere verhindert den Start von Job_AggregateGIM.</translation>
    </message>
    <message>
        <source>The export could not be written: {why}</source>
        <translation>Der Export ließ sich nicht schreiben: {why}</translation>
    </message>
    <message>
        <source>The extraction of the cycle, run {id}, is complete.</source>
        <translation>Die Extraktion des Zyklus, Lauf {id}, ist fertig.</translation>
    </message>
    <message>
        <source>The final ETL cycle</source>
        <translation>Der letzte ETL-Zyklus</translation>
    </message>
    <message>
        <source>The final ETL cycle of {due_at} begins late: it was not launched at its time.</source>
        <translation>Der letzte ETL-Zyklus von {due_at} beginnt verspätet: Er wurde nicht zu seiner Zeit gestartet.</translation>
    </message>
    <message>
        <source>The final ETL cycle of {due_at} begins.</source>
        <translation>Der letzte ETL-Zyklus von {due_at} beginnt.</translation>
    </message>
    <message>
        <source>The first day of a week: 1 is Sunday, 2 is Monday.</source>
        <translation>Der erste Tag einer Woche: 1 ist Sonntag, 2 ist Montag.</translation>
    </message>
    <message>
        <source>The first year of this calendar.</source>
        <translation>Das erste Jahr dieses Kalenders.</translation>
    </message>
    <message>
        <source>The hold of {owner} expired after {length}: launches are no longer suspended.</source>
        <translation>Das Anhalten durch {owner} lief nach {length} ab: Starts sind nicht mehr ausgesetzt.</translation>
    </message>
    <message>
        <source>The hold of {owner} expired after {length}: launches are no longer suspended. Its {maintain} never started.</source>
        <translation>Das Anhalten durch {owner} lief nach {length} ab: Starts sind nicht mehr ausgesetzt. Sein {maintain} hat nie begonnen.</translation>
    </message>
    <message>
        <source>The hold of {owner} suspends the schedule until {until}.</source>
        <translation>Das Anhalten durch {owner} setzt den Zeitplan bis {until} aus.</translation>
    </message>
    <message>
        <source>The hold of {owner} suspends the schedule until {until}: {so}.</source>
        <translation>Das Anhalten durch {owner} setzt den Zeitplan bis {until} aus: {so}.</translation>
    </message>
    <message>
        <source>The hold of {owner} waits for {runs} to end.</source>
        <translation>Das Anhalten durch {owner} wartet auf das Ende von {runs}.</translation>
    </message>
    <message>
        <source>The job parameters are wrong at character {column}: {right}. Write {command} SET:START:END, such as {command2} ALLSETS:2014-05-01:2014-05-31.</source>
        <translation>Die Job-Parameter sind falsch bei Zeichen {column}: {right}. Schreiben Sie {command} SET:START:END, etwa {command2} ALLSETS:2014-05-01:2014-05-31.</translation>
    </message>
    <message>
        <source>The keyring of this computer {what}: {why}. Leave the password out of the connection and give it by PGPASSFILE or in GIM_MANAGER_DB instead.</source>
        <translation>Der Schlüsselbund dieses Computers {what}: {why}. Lassen Sie das Passwort aus der Verbindung weg und geben Sie es mit PGPASSFILE oder in GIM_MANAGER_DB.</translation>
    </message>
    <message>
        <source>The least important lines that are kept in the log of a run.</source>
        <translation>Die unwichtigsten Zeilen, die im Log eines Laufs aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The length of a partition of extracted rows of calls and logins (PostgreSQL).</source>
        <translation>Die Länge einer Partition extrahierter Zeilen von Anrufen und Anmeldungen (PostgreSQL).</translation>
    </message>
    <message>
        <source>The length of a partition of facts and history (PostgreSQL); where it is not set, 30 days, or 60 if facts are kept for three years, as is advised there.</source>
        <translation>Die Länge einer Partition von Fakten und Verlauf (PostgreSQL); wo sie nicht gesetzt ist, 30 Tage, oder 60, wenn Fakten drei Jahre aufbewahrt werden, wie dort empfohlen.</translation>
    </message>
    <message>
        <source>The length of an interval at the SUBHOUR level.</source>
        <translation>Die Länge eines Intervalls der Ebene SUBHOUR.</translation>
    </message>
    <message>
        <source>The log lines and steps of a run are deleted after this long.</source>
        <translation>Die Logzeilen und Schritte eines Laufs werden nach dieser Zeit gelöscht.</translation>
    </message>
    <message>
        <source>The mail server {host} did not take the message: {error}.</source>
        <translation>Der Mailserver {host} hat die Nachricht nicht angenommen: {error}.</translation>
    </message>
    <message>
        <source>The mail server {host} refused {refused}.</source>
        <translation>Der Mailserver {host} hat {refused} abgelehnt.</translation>
    </message>
    <message>
        <source>The mail server {host}:{port} cannot be reached: {why}.</source>
        <translation>Der Mailserver {host}:{port} ist nicht erreichbar: {why}.</translation>
    </message>
    <message>
        <source>The name of the mail server.</source>
        <translation>Der Name des Mailservers.</translation>
    </message>
    <message>
        <source>The options about time cannot be read. What is wrong with them says: gim-manager check</source>
        <translation>Die Optionen zur Zeit sind nicht lesbar. Was an ihnen falsch ist, sagt: gim-manager check</translation>
    </message>
    <message>
        <source>The options of [{section}] changed: all days of {name} are filled anew.</source>
        <translation>Die Optionen von [{section}] haben sich geändert: Alle Tage von {name} werden neu gefüllt.</translation>
    </message>
    <message>
        <source>The password file {file} of the data source {name}</source>
        <translation>Die Passwortdatei {file} der Datenquelle {name}</translation>
    </message>
    <message>
        <source>The path of the socket, or HOST:PORT for UDP.</source>
        <translation>Der Pfad des Sockets, oder HOST:PORT für UDP.</translation>
    </message>
    <message>
        <source>The port of the mail server: 587 for starttls, 465 for tls, 25 for none.</source>
        <translation>Der Port des Mailservers: 587 für starttls, 465 für tls, 25 für none.</translation>
    </message>
    <message>
        <source>The profile folder {folder} cannot be made: {strerror}. Choose another: --profile DIR</source>
        <translation>Der Profilordner {folder} lässt sich nicht anlegen: {strerror}. Wählen Sie einen anderen: --profile DIR</translation>
    </message>
    <message>
        <source>The re-aggregation {run_id} is not done.</source>
        <translation>Die Neuaggregation {run_id} ist nicht fertig.</translation>
    </message>
    <message>
        <source>The reasons why launches were not made are deleted after this long.</source>
        <translation>Die Gründe, aus denen nicht gestartet wurde, werden nach dieser Zeit gelöscht.</translation>
    </message>
    <message>
        <source>The rows that run {number} replaced were dropped by {maintain} {dropped_by}.</source>
        <translation>Die Zeilen, die Lauf {number} ersetzt hat, hat {maintain} {dropped_by} verworfen.</translation>
    </message>
    <message>
        <source>The sample centre: {calls} calls, {agents} agents; {offered} customers&apos; calls offered, {answered} answered, {abandoned} abandoned.</source>
        <translation>Das Beispiel-Center: {calls} Anrufe, {agents} Agenten; {offered} Kundenanrufe angeboten, {answered} angenommen, {abandoned} aufgegeben.</translation>
    </message>
    <message>
        <source>The schedule cannot be read: an option is wrong.</source>
        <translation>Der Zeitplan ist nicht lesbar: Eine Option ist falsch.</translation>
    </message>
    <message>
        <source>The schedule has been held by {owner} since {since}; the hold expires at {expires}.</source>
        <translation>Der Zeitplan ist von {owner} angehalten seit {since}; das Anhalten läuft um {expires} ab.</translation>
    </message>
    <message>
        <source>The schedule has been suspended since {switched}: set run-scheduler to true to go on.</source>
        <translation>Der Zeitplan ist seit {switched} ausgesetzt: Setzen Sie run-scheduler auf true, um fortzufahren.</translation>
    </message>
    <message>
        <source>The schedule is suspended: run-scheduler is false.</source>
        <translation>Der Zeitplan ist ausgesetzt: run-scheduler ist false.</translation>
    </message>
    <message>
        <source>The schedule {be} suspended{when} by the maintenance hold of {owner}.</source>
        <translation>Der Zeitplan {be} ausgesetzt{when} durch das Anhalten von {owner} für Wartung.</translation>
    </message>
    <message>
        <source>The schedule {lasting} suspended</source>
        <translation>Der Zeitplan {lasting} ausgesetzt</translation>
    </message>
    <message>
        <source>The schema is older than this program, and on-demand-migration is true.</source>
        <translation>Das Schema ist älter als dieses Programm, und on-demand-migration ist true.</translation>
    </message>
    <message>
        <source>The schema is older than this program. Bring it up to date with: gim-manager migrate</source>
        <translation>Das Schema ist älter als dieses Programm. Bringen Sie es auf den Stand mit: gim-manager migrate</translation>
    </message>
    <message>
        <source>The schema is older than this program: it is {words}. This server waits until it is brought up to date with: gim-manager migrate</source>
        <translation>Das Schema ist älter als dieses Programm: Es ist {words}. Dieser Server wartet, bis es auf den Stand gebracht ist mit: gim-manager migrate</translation>
    </message>
    <message>
        <source>The schema of this Info Mart is newer than this program: nothing can run. Use the newer program.</source>
        <translation>Das Schema dieses Info Marts ist neuer als dieses Programm: Nichts kann laufen. Verwenden Sie das neuere Programm.</translation>
    </message>
    <message>
        <source>The schema of this Info Mart is older than this program. Bring it up to date with: gim-manager migrate</source>
        <translation>Das Schema dieses Info Marts ist älter als dieses Programm. Bringen Sie es auf den Stand mit: gim-manager migrate</translation>
    </message>
    <message>
        <source>The schema of this Info Mart is older than this program: only Job_MigrateGIM can run.</source>
        <translation>Das Schema dieses Info Marts ist älter als dieses Programm: Nur Job_MigrateGIM kann laufen.</translation>
    </message>
    <message>
        <source>The schema of {where} is newer than this program: it is {found}, and this program knows {known}. Use the newer program; this one changes nothing there.</source>
        <translation>Das Schema von {where} ist neuer als dieses Programm: Es ist {found}, und dieses Programm kennt {known}. Verwenden Sie das neuere Programm; dieses ändert dort nichts.</translation>
    </message>
    <message>
        <source>The schema of {where} is older than this program: it is {found}, and this program needs {known}. Only Job_MigrateGIM can run. Make a backup, then bring it up to date with: gim-manager migrate</source>
        <translation>Das Schema von {where} ist älter als dieses Programm: Es ist {found}, und dieses Programm braucht {known}. Nur Job_MigrateGIM kann laufen. Machen Sie eine Sicherung und bringen Sie es dann auf den Stand mit: gim-manager migrate</translation>
    </message>
    <message>
        <source>The schema {schema} of {url}</source>
        <translation>Das Schema {schema} von {url}</translation>
    </message>
    <message>
        <source>The secret file {file} of the channel {channel}</source>
        <translation>Die geheime Datei {file} des Kanals {channel}</translation>
    </message>
    <message>
        <source>The secret of the channel webhook takes headers, one a line, such as `Authorization: …`.</source>
        <translation>Das Geheimnis des Kanals webhook nimmt Header, einen pro Zeile, etwa `Authorization: …`.</translation>
    </message>
    <message>
        <source>The server of this program is not alive yet</source>
        <translation>Der Server dieses Programms ist noch nicht da</translation>
    </message>
    <message>
        <source>The server that worked it was ended.</source>
        <translation>Der Server, der ihn ausführte, wurde beendet.</translation>
    </message>
    <message>
        <source>The server {id} lives on it. Stop it first; it was heard of within 15 s.</source>
        <translation>Der Server {id} lebt darauf. Stoppen Sie ihn zuerst; von ihm war in den letzten 15 s zu hören.</translation>
    </message>
    <message>
        <source>The server {server} (version {version}) works on this Info Mart with its older schema. End it, wait for its runs to end, then migrate again.</source>
        <translation>Der Server {server} (Version {version}) arbeitet mit dem älteren Schema an diesem Info Mart. Beenden Sie ihn, warten Sie auf das Ende seiner Läufe und migrieren Sie dann erneut.</translation>
    </message>
    <message>
        <source>The steps that are done stay; the schema stays between two versions until it is run again.</source>
        <translation>Die fertigen Schritte bleiben; das Schema bleibt zwischen zwei Versionen, bis der Job erneut läuft.</translation>
    </message>
    <message>
        <source>The steps that were done stay; the next run goes on after them.</source>
        <translation>Die fertigen Schritte bleiben; der nächste Lauf macht danach weiter.</translation>
    </message>
    <message>
        <source>The time ends before it begins, or lies ahead: nothing has happened in it.</source>
        <translation>Die Zeit endet, bevor sie beginnt, oder liegt in der Zukunft: In ihr ist nichts geschehen.</translation>
    </message>
    <message>
        <source>The transformation has not computed all of it yet.</source>
        <translation>Die Transformation hat ihn noch nicht ganz berechnet.</translation>
    </message>
    <message>
        <source>The webhook at {where} answered {code} {reason}.</source>
        <translation>Der Webhook bei {where} antwortete {code} {reason}.</translation>
    </message>
    <message>
        <source>The webhook at {where} cannot be reached: {error}.</source>
        <translation>Der Webhook bei {where} ist nicht erreichbar: {error}.</translation>
    </message>
    <message>
        <source>The whole path of a program, and its arguments; no shell reads it.</source>
        <translation>Der ganze Pfad eines Programms und seine Argumente; keine Shell liest ihn.</translation>
    </message>
    <message>
        <source>The window of aggregation closed at {closed}.</source>
        <translation>Das Aggregationsfenster schloss um {closed}.</translation>
    </message>
    <message>
        <source>The window of aggregation closed before it could start.</source>
        <translation>Das Aggregationsfenster schloss, bevor er starten konnte.</translation>
    </message>
    <message>
        <source>The window of aggregation {be} closed{when}.</source>
        <translation>Das Aggregationsfenster {be} geschlossen{when}.</translation>
    </message>
    <message>
        <source>The window of aggregation {be} open until {closes}, and it {be2} to start again at {restart}.</source>
        <translation>Das Aggregationsfenster {be} offen bis {closes}, und es {be2} um {restart} neu gestartet.</translation>
    </message>
    <message>
        <source>The window of aggregation {be} open until {closes}.</source>
        <translation>Das Aggregationsfenster {be} offen bis {closes}.</translation>
    </message>
    <message>
        <source>The windows of aggregation leave no gap for maintenance between maintain-start-time {at} and etl-start-time {opens}: it waits until the ETL window opens, and is dropped there. Shorten aggregate-duration {length}, or move aggregate-schedule.</source>
        <translation>Die Aggregationsfenster lassen keine Lücke für Wartung zwischen maintain-start-time {at} und etl-start-time {opens}: Sie wartet, bis das ETL-Fenster öffnet, und entfällt dann. Verkürzen Sie aggregate-duration {length} oder verschieben Sie aggregate-schedule.</translation>
    </message>
    <message>
        <source>The zone of every time in this section; choose that of the business, so that a day ends at its midnight.</source>
        <translation>Die Zone jeder Zeit in dieser Sektion; wählen Sie die des Geschäfts, damit ein Tag um seine Mitternacht endet.</translation>
    </message>
    <message>
        <source>The zone whose days and hours label the quarter hours of this calendar.</source>
        <translation>Die Zone, deren Tage und Stunden die Viertelstunden dieses Kalenders benennen.</translation>
    </message>
    <message>
        <source>There are no facts on {empty}.</source>
        <translation>Es gibt keine Fakten am {empty}.</translation>
    </message>
    <message>
        <source>There are partitions for {days} more day, less than partitions-ahead-days {least}: run {maintain}, which makes them.</source>
        <translation>Es gibt Partitionen für {days} weiteren Tag, weniger als partitions-ahead-days {least}: Starten Sie {maintain}, der sie anlegt.</translation>
    </message>
    <message>
        <source>There are partitions for {days} more days, less than partitions-ahead-days {least}: run {maintain}, which makes them.</source>
        <translation>Es gibt Partitionen für {days} weitere Tage, weniger als partitions-ahead-days {least}: Starten Sie {maintain}, der sie anlegt.</translation>
    </message>
    <message>
        <source>There is a data source {name} already. Remove it first, or choose another name.</source>
        <translation>Es gibt schon eine Datenquelle {name}. Entfernen Sie sie zuerst oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is a demo in {place} already. Choose another folder, or open it with: gim-manager --db {mart}</source>
        <translation>In {place} gibt es schon eine Demo. Wählen Sie einen anderen Ordner oder öffnen Sie sie mit: gim-manager --db {mart}</translation>
    </message>
    <message>
        <source>There is a saved connection {name} already. Remove it first, or choose another name.</source>
        <translation>Es gibt schon eine gespeicherte Verbindung {name}. Entfernen Sie sie zuerst oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no channel {text}. The channels are {channel}.</source>
        <translation>Es gibt keinen Kanal {text}. Die Kanäle sind {channel}.</translation>
    </message>
    <message>
        <source>There is no data source {name}. List them with: gim-manager sources list</source>
        <translation>Es gibt keine Datenquelle {name}. Liste mit: gim-manager sources list</translation>
    </message>
    <message>
        <source>There is no data source {name}. The data sources are {part}.</source>
        <translation>Es gibt keine Datenquelle {name}. Die Datenquellen sind {part}.</translation>
    </message>
    <message>
        <source>There is no data source. Add one with: gim-manager sources add</source>
        <translation>Es gibt keine Datenquelle. Fügen Sie eine hinzu mit: gim-manager sources add</translation>
    </message>
    <message>
        <source>There is no data source. Add one with: gim-manager sources add NAME URL --role ROLES</source>
        <translation>Es gibt keine Datenquelle. Fügen Sie eine hinzu mit: gim-manager sources add NAME URL --role ROLES</translation>
    </message>
    <message>
        <source>There is no event log on this computer: only Windows has one.</source>
        <translation>Auf diesem Computer gibt es kein Ereignisprotokoll: Nur Windows hat eines.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>Es gibt keine Datei {file}.</translation>
    </message>
    <message>
        <source>There is no job named {name}. The jobs are {known}.</source>
        <translation>Es gibt keinen Job namens {name}. Die Jobs sind {known}.</translation>
    </message>
    <message>
        <source>There is no option {name} in [{section}]. List them with: gim-manager options list {section2}</source>
        <translation>Es gibt keine Option {name} in [{section}]. Liste mit: gim-manager options list {section2}</translation>
    </message>
    <message>
        <source>There is no run {run_id}. List the runs with: gim-manager jobs</source>
        <translation>Es gibt keinen Lauf {run_id}. Liste der Läufe mit: gim-manager jobs</translation>
    </message>
    <message>
        <source>There is no saved connection {name}. List them with: gim-manager connections list</source>
        <translation>Es gibt keine gespeicherte Verbindung {name}. Liste mit: gim-manager connections list</translation>
    </message>
    <message>
        <source>There is no section [{section}], which holds {name}. The sections are {known}.</source>
        <translation>Es gibt keine Sektion [{section}], die {name} enthält. Die Sektionen sind {known}.</translation>
    </message>
    <message>
        <source>There is no section {section}. The sections are {sections}.</source>
        <translation>Es gibt keine Sektion {section}. Die Sektionen sind {sections}.</translation>
    </message>
    <message>
        <source>There is no time zone named {name}. Write an IANA name such as Europe/Berlin.</source>
        <translation>Es gibt keine Zeitzone namens {name}. Schreiben Sie einen IANA-Namen wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>This Info Mart came to be at {born}: nothing could run in it before.</source>
        <translation>Dieses Info Mart entstand um {born}: Vorher konnte darin nichts laufen.</translation>
    </message>
    <message>
        <source>This Info Mart is not initialized: only Job_InitializeGIM can run, by gim-manager init.</source>
        <translation>Dieses Info Mart ist nicht initialisiert: Nur Job_InitializeGIM kann laufen, mit gim-manager init.</translation>
    </message>
    <message>
        <source>This is no option file. {problems}</source>
        <translation>Das ist keine Optionsdatei. {problems}</translation>
    </message>
    <message>
        <source>This server was not heard of for 15 seconds.</source>
        <translation>Von diesem Server war 15 Sekunden lang nichts zu hören.</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donnerstag</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dienstag</translation>
    </message>
    <message>
        <source>Turns extracted rows into dimensions and facts.</source>
        <translation>Macht aus extrahierten Zeilen Dimensionen und Fakten.</translation>
    </message>
    <message>
        <source>Until the last step is done, the views of the Info Mart are gone.</source>
        <translation>Bis der letzte Schritt getan ist, fehlen die Views des Info Marts.</translation>
    </message>
    <message>
        <source>Waiting until the server that was heard of last counts as gone</source>
        <translation>Warten, bis der Server, von dem zuletzt zu hören war, als beendet gilt</translation>
    </message>
    <message>
        <source>Waits for a server to start it.</source>
        <translation>Wartet, bis ein Server ihn startet.</translation>
    </message>
    <message>
        <source>Waits for re-aggregation {id} to end.</source>
        <translation>Wartet auf das Ende der Neuaggregation {id}.</translation>
    </message>
    <message>
        <source>Waits for the ETL cycle to end.</source>
        <translation>Wartet auf das Ende des ETL-Zyklus.</translation>
    </message>
    <message>
        <source>Waits for {others} to end.</source>
        <translation>Wartet auf das Ende von {others}.</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Mittwoch</translation>
    </message>
    <message>
        <source>Week 1 begins on 1 January, whatever day that is, and no week belongs to two years.</source>
        <translation>Woche 1 beginnt am 1. Januar, welcher Tag das auch ist, und keine Woche gehört zu zwei Jahren.</translation>
    </message>
    <message>
        <source>What is purged stays purged; the next run goes on from there.</source>
        <translation>Was gelöscht ist, bleibt gelöscht; der nächste Lauf macht dort weiter.</translation>
    </message>
    <message>
        <source>What is rebuilt stays; the rest keeps the aggregates that it has. Aggregation goes on.</source>
        <translation>Was neu gebildet ist, bleibt; der Rest behält seine Aggregate. Die Aggregation geht weiter.</translation>
    </message>
    <message>
        <source>What it has filled stays; run it again to complete the Info Mart.</source>
        <translation>Was er gefüllt hat, bleibt; starten Sie ihn erneut, um das Info Mart zu vervollständigen.</translation>
    </message>
    <message>
        <source>What it has rebuilt stays.</source>
        <translation>Was er neu gebildet hat, bleibt.</translation>
    </message>
    <message>
        <source>What rows that contradict themselves do: discarded and recorded, discarded, or the job fails.</source>
        <translation>Was mit widersprüchlichen Zeilen geschieht: verworfen und verzeichnet, verworfen, oder der Job schlägt fehl.</translation>
    </message>
    <message>
        <source>When Job_ExportGIM is launched.</source>
        <translation>Wann Job_ExportGIM gestartet wird.</translation>
    </message>
    <message>
        <source>When Job_UpdateStats is launched.</source>
        <translation>Wann Job_UpdateStats gestartet wird.</translation>
    </message>
    <message>
        <source>When daily maintenance falls due; outside the ETL window.</source>
        <translation>Wann die tägliche Wartung fällig wird; außerhalb des ETL-Fensters.</translation>
    </message>
    <message>
        <source>When the final ETL cycle begins; earlier than etl-start-time means on the next day.</source>
        <translation>Wann der letzte ETL-Zyklus beginnt; früher als etl-start-time bedeutet am nächsten Tag.</translation>
    </message>
    <message>
        <source>When the first ETL cycle of the day begins.</source>
        <translation>Wann der erste ETL-Zyklus des Tages beginnt.</translation>
    </message>
    <message>
        <source>When the windows of aggregation open.</source>
        <translation>Wann die Aggregationsfenster öffnen.</translation>
    </message>
    <message>
        <source>Where alarms are posted.</source>
        <translation>Wohin Alarme gesendet werden.</translation>
    </message>
    <message>
        <source>Where exports are written; made if it is missing.</source>
        <translation>Wohin Exporte geschrieben werden; wird angelegt, wenn es fehlt.</translation>
    </message>
    <message>
        <source>Which state of an agent wins when the DNs of one login disagree, the strongest first.</source>
        <translation>Welcher Zustand eines Agenten gewinnt, wenn die DNs einer Anmeldung uneins sind, der stärkste zuerst.</translation>
    </message>
    <message>
        <source>Who logs in at the mail server; nothing means that nobody does.</source>
        <translation>Wer sich am Mailserver anmeldet; nichts bedeutet niemand.</translation>
    </message>
    <message>
        <source>With fewer days than this left the calendar is filled again.</source>
        <translation>Sind weniger Tage als diese übrig, wird der Kalender wieder gefüllt.</translation>
    </message>
    <message>
        <source>Works re-aggregation {run_id}: {parameters}</source>
        <translation>Bearbeitet Neuaggregation {run_id}: {parameters}</translation>
    </message>
    <message>
        <source>Writes alarms into the Application log of Windows.</source>
        <translation>Schreibt Alarme in das Windows-Protokoll „Anwendung“.</translation>
    </message>
    <message>
        <source>Writes new and changed rows as CSV files.</source>
        <translation>Schreibt neue und geänderte Zeilen als CSV-Dateien.</translation>
    </message>
    <message>
        <source>Writing {days} days of a contact centre with {agents} agents</source>
        <translation>{days} Tage eines Contact-Centers mit {agents} Agenten werden geschrieben</translation>
    </message>
    <message>
        <source>YYYY-MM-DD or YYYY-MM-DD HH:mm:ss in UTC from 1970 on, or nothing</source>
        <translation>YYYY-MM-DD oder YYYY-MM-DD HH:mm:ss in UTC ab 1970, oder nichts</translation>
    </message>
    <message>
        <source>[alarms] command-line takes the whole path of a program, not {program}.</source>
        <translation>[alarms] command-line nimmt den ganzen Pfad eines Programms, nicht {program}.</translation>
    </message>
    <message>
        <source>[gim-export] output-files-encoding = {name} names no character set, such as utf8.</source>
        <translation>[gim-export] output-files-encoding = {name} nennt keinen Zeichensatz wie utf8.</translation>
    </message>
    <message>
        <source>[{export}] start-date {export2} needs {name} {history} to be no less than days-to-keep-gim-facts {facts}: raise it, or unset start-date.</source>
        <translation>[{export}] start-date {export2} verlangt, dass {name} {history} nicht kleiner ist als days-to-keep-gim-facts {facts}: Erhöhen Sie es oder entfernen Sie start-date.</translation>
    </message>
    <message>
        <source>[{key}] {key2} = {shown_value} (was {was})</source>
        <translation>[{key}] {key2} = {shown_value} (war {was})</translation>
    </message>
    <message>
        <source>[{section}] command-line cannot be read: {error}.</source>
        <translation>[{section}] command-line ist nicht lesbar: {error}.</translation>
    </message>
    <message>
        <source>[{section}] date-time-min-days-ahead {least} is more than date-time-max-days-ahead {most}: the calendar would be filled anew by every run of maintenance. Set it to less than {most2}.</source>
        <translation>[{section}] date-time-min-days-ahead {least} ist mehr als date-time-max-days-ahead {most}: Jeder Wartungslauf würde den Kalender neu füllen. Setzen Sie es auf weniger als {most2}.</translation>
    </message>
    <message>
        <source>[{section}] syslog-address takes the path of a socket, or HOST:PORT.</source>
        <translation>[{section}] syslog-address nimmt den Pfad eines Sockets oder HOST:PORT.</translation>
    </message>
    <message>
        <source>[{section}] webhook-url takes a URL that begins with https:// or http://.</source>
        <translation>[{section}] webhook-url nimmt eine URL, die mit https:// oder http:// beginnt.</translation>
    </message>
    <message>
        <source>[{section}] {name} = {value} is not valid: it takes {right}.</source>
        <translation>[{section}] {name} = {value} ist nicht gültig: Erwartet wird {right}.</translation>
    </message>
    <message>
        <source>[{section}] {name} has no effect in this version: {not_honoured}</source>
        <translation>[{section}] {name} hat in dieser Version keine Wirkung: {not_honoured}</translation>
    </message>
    <message>
        <source>[{section}] {name} holds a character that no value has.</source>
        <translation>[{section}] {name} enthält ein Zeichen, das kein Wert hat.</translation>
    </message>
    <message>
        <source>[{section}] {name} is not set: without it nothing can be sent this way.</source>
        <translation>[{section}] {name} ist nicht gesetzt: Ohne sie lässt sich auf diesem Weg nichts senden.</translation>
    </message>
    <message>
        <source>[{section}] {name} stands in line {lines} already.</source>
        <translation>[{section}] {name} steht schon in Zeile {lines}.</translation>
    </message>
    <message>
        <source>[{section}] {name} takes addresses such as ann@example.com, separated by commas.</source>
        <translation>[{section}] {name} nimmt Adressen wie ann@example.com, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>[{section}] {name} was changed {changes} times: nothing lies {back} changes back.</source>
        <translation>[{section}] {name} wurde {changes}-mal geändert: {back} Änderungen zurück liegt nichts.</translation>
    </message>
    <message>
        <source>a blank is expected</source>
        <translation>ein Leerzeichen wird erwartet</translation>
    </message>
    <message>
        <source>a colon and the first day are expected</source>
        <translation>ein Doppelpunkt und der erste Tag werden erwartet</translation>
    </message>
    <message>
        <source>a colon and the last day are expected</source>
        <translation>ein Doppelpunkt und der letzte Tag werden erwartet</translation>
    </message>
    <message>
        <source>a day MM-DD, the 28th of a month at the latest</source>
        <translation>ein Tag MM-DD, spätestens der 28. eines Monats</translation>
    </message>
    <message>
        <source>a day is written YYYY-MM-DD</source>
        <translation>ein Tag wird YYYY-MM-DD geschrieben</translation>
    </message>
    <message>
        <source>a hyphen and a level are expected</source>
        <translation>ein Bindestrich und eine Ebene werden erwartet</translation>
    </message>
    <message>
        <source>a length from 00:00 to 24:00, HH:mm</source>
        <translation>eine Länge von 00:00 bis 24:00, HH:mm</translation>
    </message>
    <message>
        <source>a range does not run backwards over its end; write {numbers}-{highest},0-{numbers2}</source>
        <translation>ein Bereich läuft nicht rückwärts über sein Ende; schreiben Sie {numbers}-{highest},0-{numbers2}</translation>
    </message>
    <message>
        <source>a row of {name} cannot be taken: {error}</source>
        <translation>eine Zeile von {name} lässt sich nicht übernehmen: {error}</translation>
    </message>
    <message>
        <source>a step is 1 to {highest}</source>
        <translation>ein Schritt ist 1 bis {highest}</translation>
    </message>
    <message>
        <source>a table or view named {there}</source>
        <translation>eine Tabelle oder View namens {there}</translation>
    </message>
    <message>
        <source>a time of day from 00:00 to 23:59, HH:mm</source>
        <translation>eine Tageszeit von 00:00 bis 23:59, HH:mm</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a whole number from {low} to {high}</source>
        <translation>eine ganze Zahl von {low} bis {high}</translation>
    </message>
    <message>
        <source>a whole number from {low} to {high} {unit}</source>
        <translation>eine ganze Zahl von {low} bis {high} {unit}</translation>
    </message>
    <message>
        <source>a whole number of at least {low}</source>
        <translation>eine ganze Zahl ab {low}</translation>
    </message>
    <message>
        <source>a whole number of at least {low} {unit}</source>
        <translation>eine ganze Zahl ab {low} {unit}</translation>
    </message>
    <message>
        <source>a whole number {unit}</source>
        <translation>eine ganze Zahl {unit}</translation>
    </message>
    <message>
        <source>aggregate {name}</source>
        <translation>{name} aggregieren</translation>
    </message>
    <message>
        <source>aggregate-duration 00:00 makes windows without length, so that aggregation never runs: set a longer one.</source>
        <translation>aggregate-duration 00:00 macht Fenster ohne Länge, sodass die Aggregation nie läuft: Setzen Sie eine längere.</translation>
    </message>
    <message>
        <source>aggregation starts again afterwards</source>
        <translation>die Aggregation startet danach wieder</translation>
    </message>
    <message>
        <source>aggregation window</source>
        <translation>Aggregationsfenster</translation>
    </message>
    <message>
        <source>ahead of</source>
        <translation>vor</translation>
    </message>
    <message>
        <source>alarm channel tested</source>
        <translation>Alarmkanal getestet</translation>
    </message>
    <message>
        <source>already initialized</source>
        <translation>schon initialisiert</translation>
    </message>
    <message>
        <source>already waits</source>
        <translation>wartet schon</translation>
    </message>
    <message>
        <source>an assignment was expected, not {name}</source>
        <translation>ein Auftrag wurde erwartet, nicht {name}</translation>
    </message>
    <message>
        <source>an unknown server</source>
        <translation>einem unbekannten Server</translation>
    </message>
    <message>
        <source>and {telling} more</source>
        <translation>und {telling} weitere</translation>
    </message>
    <message>
        <source>any text on one line</source>
        <translation>beliebiger Text in einer Zeile</translation>
    </message>
    <message>
        <source>are</source>
        <translation>werden</translation>
    </message>
    <message>
        <source>at {opening}</source>
        <translation>um {opening}</translation>
    </message>
    <message>
        <source>before the first extraction</source>
        <translation>vor der ersten Extraktion</translation>
    </message>
    <message>
        <source>begins</source>
        <translation>beginnt</translation>
    </message>
    <message>
        <source>begins late: it was not launched at its time</source>
        <translation>beginnt verspätet: Er wurde nicht zu seiner Zeit gestartet</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>belongs to another Info Mart</source>
        <translation>gehört zu einem anderen Info Mart</translation>
    </message>
    <message>
        <source>calendar {name}</source>
        <translation>Kalender {name}</translation>
    </message>
    <message>
        <source>canceled</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>chunk {number} of {chunks}</source>
        <translation>Abschnitt {number} von {chunks}</translation>
    </message>
    <message>
        <source>courier {channel}</source>
        <translation>Bote {channel}</translation>
    </message>
    <message>
        <source>daily maintenance</source>
        <translation>tägliche Wartung</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>default rows</source>
        <translation>Standardzeilen</translation>
    </message>
    <message>
        <source>default=flex(3:1) or strict, 10 writers at most, then ,hour(22-6)=flex(1:4) or =purge for some hours if wanted</source>
        <translation>default=flex(3:1) oder strict, höchstens 10 Schreiber, dann bei Bedarf ,hour(22-6)=flex(1:4) oder =purge für einige Stunden</translation>
    </message>
    <message>
        <source>does not keep the password</source>
        <translation>bewahrt das Passwort nicht auf</translation>
    </message>
    <message>
        <source>does not open</source>
        <translation>lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>gestrichen</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>ended by force: it reached no safe point in time; what it had committed stays</source>
        <translation>mit Gewalt beendet: Er erreichte rechtzeitig keinen sicheren Punkt; was er festgeschrieben hatte, bleibt</translation>
    </message>
    <message>
        <source>ended unexpectedly with exit code {exit_code}</source>
        <translation>endete unerwartet mit Exit-Code {exit_code}</translation>
    </message>
    <message>
        <source>ended unexpectedly with exit code {exit_code}; its last words: {last_words}</source>
        <translation>endete unerwartet mit Exit-Code {exit_code}; seine letzten Worte: {last_words}</translation>
    </message>
    <message>
        <source>export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>exports</source>
        <translation>die Exporte</translation>
    </message>
    <message>
        <source>files that end with {recording} are recordings, which are only read</source>
        <translation>Dateien mit der Endung {recording} sind Aufzeichnungen, die nur gelesen werden</translation>
    </message>
    <message>
        <source>final ETL cycle</source>
        <translation>letzter ETL-Zyklus</translation>
    </message>
    <message>
        <source>follows the facts</source>
        <translation>folgt den Fakten</translation>
    </message>
    <message>
        <source>follows the facts · {waiting} intervals pending</source>
        <translation>folgt den Fakten · {waiting} Intervalle offen</translation>
    </message>
    <message>
        <source>for {length}</source>
        <translation>für {length}</translation>
    </message>
    <message>
        <source>for {length}, with maintenance</source>
        <translation>für {length}, mit Wartung</translation>
    </message>
    <message>
        <source>from {begun}</source>
        <translation>ab {begun}</translation>
    </message>
    <message>
        <source>from {begun} to {ended}</source>
        <translation>von {begun} bis {ended}</translation>
    </message>
    <message>
        <source>gim-manager health</source>
        <translation>gim-manager health</translation>
    </message>
    <message>
        <source>at most 19 growing whole numbers, separated by commas</source>
        <translation>höchstens 19 wachsende ganze Zahlen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Scheduled maintenance was missed on 1 day; it ended well last at {last}.</source>
        <translation>Die geplante Wartung fiel an 1 Tag aus; zuletzt gut beendet wurde sie um {last}.</translation>
    </message>
    <message>
        <source>Scheduled maintenance was missed on 1 day; it has never ended well.</source>
        <translation>Die geplante Wartung fiel an 1 Tag aus; gut beendet wurde sie nie.</translation>
    </message>
    <message>
        <source>heartbeat_at &gt; {clocks} - {total_seconds}</source>
        <translation>heartbeat_at &gt; {clocks} - {total_seconds}</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>hold of {owner}</source>
        <translation>Anhalten durch {owner}</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>immediately</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>in {transactions} transaction</source>
        <translation>in {transactions} Transaktion</translation>
    </message>
    <message>
        <source>in {transactions} transactions</source>
        <translation>in {transactions} Transaktionen</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is seen to by the next one</source>
        <translation>wird vom nächsten übernommen</translation>
    </message>
    <message>
        <source>it cannot be made in {there}</source>
        <translation>es lässt sich in {there} nicht anlegen</translation>
    </message>
    <message>
        <source>it cannot be reached ({error})</source>
        <translation>es ist nicht erreichbar ({error})</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>er antwortet nicht</translation>
    </message>
    <message>
        <source>it does not begin with postgresql://</source>
        <translation>sie beginnt nicht mit postgresql://</translation>
    </message>
    <message>
        <source>it ended well last at {last}</source>
        <translation>gut beendet zuletzt um {last}</translation>
    </message>
    <message>
        <source>it gave no reason</source>
        <translation>er nannte keinen Grund</translation>
    </message>
    <message>
        <source>it has never ended well</source>
        <translation>gut beendet wurde sie nie</translation>
    </message>
    <message>
        <source>it has no table {name}</source>
        <translation>sie hat keine Tabelle {name}</translation>
    </message>
    <message>
        <source>it is a file, not a folder</source>
        <translation>das ist eine Datei, kein Ordner</translation>
    </message>
    <message>
        <source>it is about to end</source>
        <translation>er endet gleich</translation>
    </message>
    <message>
        <source>it is no text: an option file is written in UTF-8.</source>
        <translation>das ist kein Text: Eine Optionsdatei wird in UTF-8 geschrieben.</translation>
    </message>
    <message>
        <source>it serves one command and launches nothing by itself</source>
        <translation>er dient einem Befehl und startet nichts von selbst</translation>
    </message>
    <message>
        <source>it takes nothing</source>
        <translation>es nimmt nichts an</translation>
    </message>
    <message>
        <source>its clock is more than 5 seconds off the clock of the database</source>
        <translation>seine Uhr weicht mehr als 5 Sekunden von der Uhr der Datenbank ab</translation>
    </message>
    <message>
        <source>its default</source>
        <translation>den Standardwert</translation>
    </message>
    <message>
        <source>its table {name} has no column {missing}</source>
        <translation>ihre Tabelle {name} hat keine Spalte {missing}</translation>
    </message>
    <message>
        <source>jobs one by one</source>
        <translation>Jobs einzeln</translation>
    </message>
    <message>
        <source>keeps it running until {closes}</source>
        <translation>ihn bis {closes} am Laufen hält</translation>
    </message>
    <message>
        <source>last heard of at {zone}</source>
        <translation>zuletzt gehört um {zone}</translation>
    </message>
    <message>
        <source>launch of {last}</source>
        <translation>Start von {last}</translation>
    </message>
    <message>
        <source>launched late</source>
        <translation>verspätet gestartet</translation>
    </message>
    <message>
        <source>lie</source>
        <translation>liegen</translation>
    </message>
    <message>
        <source>lies</source>
        <translation>liegt</translation>
    </message>
    <message>
        <source>maintain-start-time {at} leaves {free} minute before the ETL window opens at {opens}, which stops maintenance: leave at least {least_free}.</source>
        <translation>maintain-start-time {at} lässt {free} Minute, bevor um {opens} das ETL-Fenster öffnet, das Wartung stoppt: Lassen Sie mindestens {least_free}.</translation>
    </message>
    <message>
        <source>maintain-start-time {at} leaves {free} minute that no window of aggregation covers before the ETL window opens at {opens}, which stops maintenance: leave at least {least_free}.</source>
        <translation>maintain-start-time {at} lässt {free} Minute, die kein Aggregationsfenster deckt, bevor um {opens} das ETL-Fenster öffnet, das Wartung stoppt: Lassen Sie mindestens {least_free}.</translation>
    </message>
    <message>
        <source>maintain-start-time {at} leaves {free} minutes before the ETL window opens at {opens}, which stops maintenance: leave at least {least_free}.</source>
        <translation>maintain-start-time {at} lässt {free} Minuten, bevor um {opens} das ETL-Fenster öffnet, das Wartung stoppt: Lassen Sie mindestens {least_free}.</translation>
    </message>
    <message>
        <source>maintain-start-time {at} leaves {free} minutes that no window of aggregation covers before the ETL window opens at {opens}, which stops maintenance: leave at least {least_free}.</source>
        <translation>maintain-start-time {at} lässt {free} Minuten, die kein Aggregationsfenster deckt, bevor um {opens} das ETL-Fenster öffnet, das Wartung stoppt: Lassen Sie mindestens {least_free}.</translation>
    </message>
    <message>
        <source>maintain-start-time {at} lies inside the ETL window from {start} to {end}: set it to a time between the end and the next start, or set run-maintain to false.</source>
        <translation>maintain-start-time {at} liegt im ETL-Fenster von {start} bis {end}: Setzen Sie es auf eine Zeit zwischen dem Ende und dem nächsten Start, oder run-maintain auf false.</translation>
    </message>
    <message>
        <source>make up</source>
        <translation>nachholen</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>never heard of</source>
        <translation>nie gehört</translation>
    </message>
    <message>
        <source>never starts it</source>
        <translation>ihn nie startet</translation>
    </message>
    <message>
        <source>next run of Job_AggregateGIM</source>
        <translation>nächster Lauf von Job_AggregateGIM</translation>
    </message>
    <message>
        <source>next run of Job_ExportGIM</source>
        <translation>nächster Lauf von Job_ExportGIM</translation>
    </message>
    <message>
        <source>next run of Job_ExtractICON</source>
        <translation>nächster Lauf von Job_ExtractICON</translation>
    </message>
    <message>
        <source>next run of Job_MaintainGIM</source>
        <translation>nächster Lauf von Job_MaintainGIM</translation>
    </message>
    <message>
        <source>next run of Job_TransformGIM</source>
        <translation>nächster Lauf von Job_TransformGIM</translation>
    </message>
    <message>
        <source>next run of a job</source>
        <translation>nächster Lauf eines Jobs</translation>
    </message>
    <message>
        <source>no calendar has a day before {calendar_years} or after {calendar_years2}</source>
        <translation>kein Kalender hat einen Tag vor {calendar_years} oder nach {calendar_years2}</translation>
    </message>
    <message>
        <source>no server was heard of for more than 30 seconds.</source>
        <translation>von keinem Server war mehr als 30 Sekunden etwas zu hören.</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>nicht geladen</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>nothing can be written there</source>
        <translation>dort lässt sich nichts schreiben</translation>
    </message>
    <message>
        <source>nothing extracted since the last transformation</source>
        <translation>seit der letzten Transformation wurde nichts extrahiert</translation>
    </message>
    <message>
        <source>nothing more is expected</source>
        <translation>mehr wird nicht erwartet</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>nichts Neues</translation>
    </message>
    <message>
        <source>nothing to analyze</source>
        <translation>nichts zu analysieren</translation>
    </message>
    <message>
        <source>nothing to purge</source>
        <translation>nichts zu löschen</translation>
    </message>
    <message>
        <source>nothing was said</source>
        <translation>nichts wurde gesagt</translation>
    </message>
    <message>
        <source>of {owner}</source>
        <translation>von {owner}</translation>
    </message>
    <message>
        <source>on {server}</source>
        <translation>auf {server}</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>once run-scheduler is true</source>
        <translation>sobald run-scheduler true ist</translation>
    </message>
    <message>
        <source>once the hold of {owner} has ended</source>
        <translation>sobald das Anhalten durch {owner} beendet ist</translation>
    </message>
    <message>
        <source>one field</source>
        <translation>ein Feld</translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation>eines von {choices}</translation>
    </message>
    <message>
        <source>one writer builds all, what is recent before what is older or asked for again.</source>
        <translation>ein Schreiber bildet alles, Neueres vor Älterem oder erneut Angefordertem.</translation>
    </message>
    <message>
        <source>option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>others than its owner</source>
        <translation>andere als ihren Besitzer</translation>
    </message>
    <message>
        <source>output-directory {path} on {host}: {problem}. Set it to a folder in which the server may write.</source>
        <translation>output-directory {path} auf {host}: {problem}. Setzen Sie es auf einen Ordner, in den der Server schreiben darf.</translation>
    </message>
    <message>
        <source>partitions-ahead-days {least} is not less than partitioning-ahead-range {ahead}: the alarm would be raised every day before maintenance. Raise partitioning-ahead-range to at least {least2}.</source>
        <translation>partitions-ahead-days {least} ist nicht kleiner als partitioning-ahead-range {ahead}: Der Alarm würde jeden Tag vor der Wartung ausgelöst. Erhöhen Sie partitioning-ahead-range auf mindestens {least2}.</translation>
    </message>
    <message>
        <source>purge {name}</source>
        <translation>{name} löschen</translation>
    </message>
    <message>
        <source>ran</source>
        <translation>lief</translation>
    </message>
    <message>
        <source>rows kept to undo re-aggregations</source>
        <translation>Zeilen, aufgehoben, um Neuaggregationen rückgängig zu machen</translation>
    </message>
    <message>
        <source>run-aggregates is true, so the schedule {state}{suspended}. To start it by hand set run-aggregates to false.</source>
        <translation>run-aggregates ist true, sodass der Zeitplan {state}{suspended}. Um ihn von Hand zu starten, setzen Sie run-aggregates auf false.</translation>
    </message>
    <message>
        <source>sample centre</source>
        <translation>Beispiel-Center</translation>
    </message>
    <message>
        <source>scheduled {maintain} {id} is running</source>
        <translation>der geplante {maintain} {id} läuft</translation>
    </message>
    <message>
        <source>scheduler</source>
        <translation>Scheduler</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>section</source>
        <translation>Sektion</translation>
    </message>
    <message>
        <source>signal {number}</source>
        <translation>Signal {number}</translation>
    </message>
    <message>
        <source>since {since}</source>
        <translation>seit {since}</translation>
    </message>
    <message>
        <source>source added</source>
        <translation>Quelle hinzugefügt</translation>
    </message>
    <message>
        <source>source removed</source>
        <translation>Quelle entfernt</translation>
    </message>
    <message>
        <source>sslmode is one of {tls}</source>
        <translation>sslmode ist eines von {tls}</translation>
    </message>
    <message>
        <source>starts it by itself in the window open until {closes}</source>
        <translation>ihn in dem bis {closes} offenen Fenster von selbst startet</translation>
    </message>
    <message>
        <source>starts it next at {opening}</source>
        <translation>ihn als Nächstes um {opening} startet</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>stays Scheduled until one is there</source>
        <translation>bleibt geplant, bis einer da ist</translation>
    </message>
    <message>
        <source>still runs</source>
        <translation>läuft noch</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>table {number} of {exported}</source>
        <translation>Tabelle {number} von {exported}</translation>
    </message>
    <message>
        <source>table {number} of {total}</source>
        <translation>Tabelle {number} von {total}</translation>
    </message>
    <message>
        <source>that no window of aggregation covers</source>
        <translation>die kein Aggregationsfenster deckt</translation>
    </message>
    <message>
        <source>the Info Mart</source>
        <translation>das Info Mart</translation>
    </message>
    <message>
        <source>the Info Mart was up to date</source>
        <translation>das Info Mart war auf dem Stand</translation>
    </message>
    <message>
        <source>the Job ID of a re-aggregation is expected</source>
        <translation>erwartet wird die Job-ID einer Neuaggregation</translation>
    </message>
    <message>
        <source>the copy is damaged: {said}</source>
        <translation>die Kopie ist beschädigt: {said}</translation>
    </message>
    <message>
        <source>the disk is full; free some space and try again</source>
        <translation>die Platte ist voll; schaffen Sie Platz und versuchen Sie es erneut</translation>
    </message>
    <message>
        <source>the facts of {purged} were purged</source>
        <translation>die Fakten vom {purged} wurden gelöscht</translation>
    </message>
    <message>
        <source>the file lies on a network drive, where SQLite damages files; use a local disk or PostgreSQL</source>
        <translation>die Datei liegt auf einem Netzlaufwerk, wo SQLite Dateien beschädigt; verwenden Sie eine lokale Platte oder PostgreSQL</translation>
    </message>
    <message>
        <source>the final cycle</source>
        <translation>der letzte Zyklus</translation>
    </message>
    <message>
        <source>the flavor</source>
        <translation>der Flavor</translation>
    </message>
    <message>
        <source>the hierarchy</source>
        <translation>die Hierarchie</translation>
    </message>
    <message>
        <source>the highest is {highest}</source>
        <translation>der höchste ist {highest}</translation>
    </message>
    <message>
        <source>the last day {end} lies before the first day {start}</source>
        <translation>der letzte Tag {end} liegt vor dem ersten Tag {start}</translation>
    </message>
    <message>
        <source>the level</source>
        <translation>die Ebene</translation>
    </message>
    <message>
        <source>the login</source>
        <translation>der Login</translation>
    </message>
    <message>
        <source>the manager&apos;s tables</source>
        <translation>die Tabellen des Managers</translation>
    </message>
    <message>
        <source>the name of a character set, such as utf8 or windows-1252</source>
        <translation>der Name eines Zeichensatzes wie utf8 oder windows-1252</translation>
    </message>
    <message>
        <source>the name of a time zone, such as Europe/Berlin, or GMT+h:mm</source>
        <translation>der Name einer Zeitzone wie Europe/Berlin, oder GMT+h:mm</translation>
    </message>
    <message>
        <source>the name of the {what} holds a character that no name has.</source>
        <translation>der Name der {what} enthält ein Zeichen, das kein Name hat.</translation>
    </message>
    <message>
        <source>the name of the {what} {name} is longer than {longest_name} letters.</source>
        <translation>der Name der {what} {name} ist länger als {longest_name} Zeichen.</translation>
    </message>
    <message>
        <source>the next cycle</source>
        <translation>der nächste Zyklus</translation>
    </message>
    <message>
        <source>the options</source>
        <translation>die Optionen</translation>
    </message>
    <message>
        <source>the password of a key cannot be kept; leave sslpassword out of it</source>
        <translation>das Passwort eines Schlüssels lässt sich nicht aufbewahren; lassen Sie sslpassword weg</translation>
    </message>
    <message>
        <source>the path of a folder</source>
        <translation>der Pfad eines Ordners</translation>
    </message>
    <message>
        <source>the role here is {found}</source>
        <translation>die Rolle hier ist {found}</translation>
    </message>
    <message>
        <source>the schedule</source>
        <translation>der Zeitplan</translation>
    </message>
    <message>
        <source>the scheduler met an error that it does not know: {name}: {error}</source>
        <translation>der Scheduler stieß auf einen unbekannten Fehler: {name}: {error}</translation>
    </message>
    <message>
        <source>the settings cannot be kept ({strerror})</source>
        <translation>die Einstellungen lassen sich nicht aufbewahren ({strerror})</translation>
    </message>
    <message>
        <source>the table {telling}</source>
        <translation>die Tabelle {telling}</translation>
    </message>
    <message>
        <source>the table {telling} and {telling2} more</source>
        <translation>die Tabelle {telling} und {telling2} weitere</translation>
    </message>
    <message>
        <source>the table {there}</source>
        <translation>die Tabelle {there}</translation>
    </message>
    <message>
        <source>the tables {telling}</source>
        <translation>die Tabellen {telling}</translation>
    </message>
    <message>
        <source>the tables {telling} and {telling2} more</source>
        <translation>die Tabellen {telling} und {telling2} weitere</translation>
    </message>
    <message>
        <source>the {what} has no name.</source>
        <translation>die {what} hat keinen Namen.</translation>
    </message>
    <message>
        <source>their aggregates would be deleted, and nothing could be built in their place</source>
        <translation>ihre Aggregate würden gelöscht, und nichts ließe sich an ihrer Stelle bilden</translation>
    </message>
    <message>
        <source>there is no day {found}</source>
        <translation>es gibt keinen Tag {found}</translation>
    </message>
    <message>
        <source>there is no such drive</source>
        <translation>es gibt kein solches Laufwerk</translation>
    </message>
    <message>
        <source>this launch is caught up with afterwards</source>
        <translation>dieser Start wird danach nachgeholt</translation>
    </message>
    <message>
        <source>this launch is dropped</source>
        <translation>dieser Start entfällt</translation>
    </message>
    <message>
        <source>tidying the file</source>
        <translation>die Datei aufräumen</translation>
    </message>
    <message>
        <source>times etl-frequency</source>
        <translation>mal etl-frequency</translation>
    </message>
    <message>
        <source>timezone is GMT because nobody has set it, while {host} keeps {kept}: set it to the zone of the business, or to GMT if that is meant.</source>
        <translation>timezone ist GMT, weil niemand es gesetzt hat, während auf {host} {kept} gilt: Setzen Sie es auf die Zone des Geschäfts, oder auf GMT, wenn das gemeint ist.</translation>
    </message>
    <message>
        <source>timezone {name} can mean several zones and is read as {better}: write that name instead.</source>
        <translation>timezone {name} kann mehrere Zonen bedeuten und wird als {better} gelesen: Schreiben Sie stattdessen diesen Namen.</translation>
    </message>
    <message>
        <source>to {ended}</source>
        <translation>bis {ended}</translation>
    </message>
    <message>
        <source>transaction shift</source>
        <translation>Verschiebung der Transaktion</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>two fields, MINUTE HOUR, such as `30 2` or `0/10 *`</source>
        <translation>zwei Felder, MINUTE HOUR, etwa `30 2` oder `0/10 *`</translation>
    </message>
    <message>
        <source>version {info_mart} of the Info Mart and {manager} of the manager&apos;s tables</source>
        <translation>Version {info_mart} des Info Marts und {manager} der Tabellen des Managers</translation>
    </message>
    <message>
        <source>version {steps}</source>
        <translation>Version {steps}</translation>
    </message>
    <message>
        <source>version {step}</source>
        <translation>Version {step}</translation>
    </message>
    <message>
        <source>was</source>
        <translation>war</translation>
    </message>
    <message>
        <source>was due at {}, and was not made</source>
        <translation>war um {} fällig und wurde nicht gemacht</translation>
    </message>
    <message>
        <source>was ended from outside ({part})</source>
        <translation>wurde von außen beendet ({part})</translation>
    </message>
    <message>
        <source>was ended from outside ({part}); its last words: {last_words}</source>
        <translation>wurde von außen beendet ({part}); seine letzten Worte: {last_words}</translation>
    </message>
    <message>
        <source>when an older schema is found next</source>
        <translation>wenn das nächste Mal ein älteres Schema gefunden wird</translation>
    </message>
    <message>
        <source>when the server tidies up next, once a day</source>
        <translation>wenn der Server das nächste Mal aufräumt, einmal am Tag</translation>
    </message>
    <message>
        <source>will be</source>
        <translation>ist dann</translation>
    </message>
    <message>
        <source>will have ended</source>
        <translation>wird beendet sein</translation>
    </message>
    <message>
        <source>will run</source>
        <translation>wird laufen</translation>
    </message>
    <message>
        <source>words {pid}</source>
        <translation>words {pid}</translation>
    </message>
    <message>
        <source>worker {pid}</source>
        <translation>Worker {pid}</translation>
    </message>
    <message>
        <source>would be due at {}</source>
        <translation>wäre um {} fällig</translation>
    </message>
    <message>
        <source>write %2F for a / in its password</source>
        <translation>schreiben Sie %2F für ein / in ihrem Passwort</translation>
    </message>
    <message>
        <source>write %2F, %3F, %40 for a / ? @ in its password, and a number as port</source>
        <translation>schreiben Sie %2F, %3F, %40 für ein / ? @ in ihrem Passwort, und eine Zahl als Port</translation>
    </message>
    <message>
        <source>write a number, a range such as 1-5, or *, each with a step such as /10 if wanted</source>
        <translation>schreiben Sie eine Zahl, einen Bereich wie 1-5 oder *, jeweils bei Bedarf mit einem Schritt wie /10</translation>
    </message>
    <message>
        <source>{act} is not possible: this is a recording, which is only read.</source>
        <translation>{act} ist nicht möglich: Das ist eine Aufzeichnung, die nur gelesen wird.</translation>
    </message>
    <message>
        <source>{act} needs the {needed} role, and the role here is {found}. An administrator of the database grants it: {grant}</source>
        <translation>{act} benötigt die Rolle {needed}, und hier gilt die Rolle {found}. Ein Administrator der Datenbank vergibt sie: {grant}</translation>
    </message>
    <message>
        <source>{act} needs the {needed} role, and {user} has the {found} role. An administrator of the database grants it: {grant}</source>
        <translation>{act} benötigt die Rolle {needed}, und {user} hat die Rolle {found}. Ein Administrator der Datenbank vergibt sie: {grant}</translation>
    </message>
    <message>
        <source>{after_last} after what is transformed so far.</source>
        <translation>{after_last} nach dem, was bisher transformiert ist.</translation>
    </message>
    <message>
        <source>{aggregate} failed once.</source>
        <translation>{aggregate} ist einmal fehlgeschlagen.</translation>
    </message>
    <message>
        <source>{aggregate} failed {failures_in_a_row} times in a row.</source>
        <translation>{aggregate} ist {failures_in_a_row}-mal in Folge fehlgeschlagen.</translation>
    </message>
    <message>
        <source>{aggregate} is started, and the request is handed over once it runs.</source>
        <translation>{aggregate} wird gestartet, und die Anforderung wird übergeben, sobald er läuft.</translation>
    </message>
    <message>
        <source>{all_sets} or a hierarchy</source>
        <translation>{all_sets} oder eine Hierarchie</translation>
    </message>
    <message>
        <source>{analyzed} table analyzed</source>
        <translation>{analyzed} Tabelle analysiert</translation>
    </message>
    <message>
        <source>{analyzed} tables analyzed</source>
        <translation>{analyzed} Tabellen analysiert</translation>
    </message>
    <message>
        <source>{before_first} before the first day that was ever loaded</source>
        <translation>{before_first} vor dem ersten Tag, der je geladen wurde</translation>
    </message>
    <message>
        <source>{begins} when {aggregate} runs; nobody has started it.</source>
        <translation>{begins}, wenn {aggregate} läuft; niemand hat ihn gestartet.</translation>
    </message>
    <message>
        <source>{begins} when {aggregate} runs; the schedule starts it next at {opening} once run-scheduler is true.</source>
        <translation>{begins}, wenn {aggregate} läuft; der Zeitplan startet ihn als Nächstes um {opening}, sobald run-scheduler true ist.</translation>
    </message>
    <message>
        <source>{begins} when {aggregate} runs; the schedule starts it next at {opening}.</source>
        <translation>{begins}, wenn {aggregate} läuft; der Zeitplan startet ihn als Nächstes um {opening}.</translation>
    </message>
    <message>
        <source>{begins} when {aggregate} runs; the schedule starts it next once run-scheduler is true.</source>
        <translation>{begins}, wenn {aggregate} läuft; der Zeitplan startet ihn als Nächstes, sobald run-scheduler true ist.</translation>
    </message>
    <message>
        <source>{begins} when {aggregate} runs; the schedule starts it next.</source>
        <translation>{begins}, wenn {aggregate} läuft; der Zeitplan startet ihn als Nächstes.</translation>
    </message>
    <message>
        <source>{begins} when {aggregate} runs; the schedule starts it once run-scheduler is true.</source>
        <translation>{begins}, wenn {aggregate} läuft; der Zeitplan startet ihn, sobald run-scheduler true ist.</translation>
    </message>
    <message>
        <source>{begins} when {aggregate} runs; the schedule starts it.</source>
        <translation>{begins}, wenn {aggregate} läuft; der Zeitplan startet ihn.</translation>
    </message>
    <message>
        <source>{begins} when {job} {id} runs, which waits to start.</source>
        <translation>{begins}, wenn {job} {id} läuft, der auf den Start wartet.</translation>
    </message>
    <message>
        <source>{by} ended the hold.</source>
        <translation>{by} hat das Anhalten beendet.</translation>
    </message>
    <message>
        <source>{by} set [{section}] {name} to {value}.</source>
        <translation>{by} hat [{section}] {name} auf {value} gesetzt.</translation>
    </message>
    <message>
        <source>{calls} calls, {answered} answered and {abandoned} abandoned</source>
        <translation>{calls} Anrufe, {answered} angenommen und {abandoned} aufgegeben</translation>
    </message>
    <message>
        <source>{choices} in any order, separated by commas</source>
        <translation>{choices} in beliebiger Reihenfolge, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>{command} is expected</source>
        <translation>{command} wird erwartet</translation>
    </message>
    <message>
        <source>{configurations} data sources have</source>
        <translation>{configurations} Datenquellen haben</translation>
    </message>
    <message>
        <source>{configurations} data sources have the role ICON_CFG: give it to exactly one.</source>
        <translation>{configurations} Datenquellen haben die Rolle ICON_CFG: Geben Sie sie genau einer.</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count}-mal</translation>
    </message>
    <message>
        <source>{days} lie</source>
        <translation>{days} liegen</translation>
    </message>
    <message>
        <source>{days} lies</source>
        <translation>{days} liegt</translation>
    </message>
    <message>
        <source>{delayed} The data source {name} is {seconds} seconds late; awaited are {awaited}.</source>
        <translation>{delayed} Die Datenquelle {name} ist {seconds} Sekunden verspätet; erwartet werden {awaited}.</translation>
    </message>
    <message>
        <source>{delayed} The data source {source} was {seconds} seconds late at its last extraction; awaited are {awaited}.</source>
        <translation>{delayed} Die Datenquelle {source} war bei der letzten Extraktion {seconds} Sekunden verspätet; erwartet werden {awaited}.</translation>
    </message>
    <message>
        <source>{error} It was skipped.</source>
        <translation>{error} Sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{failures_in_a_row} times in a row</source>
        <translation>{failures_in_a_row}-mal in Folge</translation>
    </message>
    <message>
        <source>{fields} fields</source>
        <translation>{fields} Felder</translation>
    </message>
    <message>
        <source>{file} cannot be read: {error}</source>
        <translation>{file} ist nicht lesbar: {error}</translation>
    </message>
    <message>
        <source>{file} cannot be read: {strerror}</source>
        <translation>{file} ist nicht lesbar: {strerror}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>{folders} folder</source>
        <translation>{folders} Ordner</translation>
    </message>
    <message>
        <source>{folders} folders</source>
        <translation>{folders} Ordner</translation>
    </message>
    <message>
        <source>{gap} launches from {first} to {last}</source>
        <translation>{gap} Starts von {first} bis {last}</translation>
    </message>
    <message>
        <source>{going} must end before Job_MaintainGIM runs: nothing may run beside it.</source>
        <translation>{going} muss enden, bevor Job_MaintainGIM läuft: Daneben darf nichts laufen.</translation>
    </message>
    <message>
        <source>{group} {options} makes {number} partitions of each table, with {kept} {etl}: PostgreSQL gets slow, and may run out of locks. Set it to at least {least}.</source>
        <translation>{group} {options} macht {number} Partitionen je Tabelle, bei {kept} {etl}: PostgreSQL wird langsam, und ihm können die Sperren ausgehen. Setzen Sie es auf mindestens {least}.</translation>
    </message>
    <message>
        <source>{id} after {leader}</source>
        <translation>{id} nach {leader}</translation>
    </message>
    <message>
        <source>{id} cannot be the scheduler: {why}.</source>
        <translation>{id} kann nicht der Scheduler sein: {why}.</translation>
    </message>
    <message>
        <source>{id} was last heard of {silent} seconds ago: it may be gone.</source>
        <translation>Von {id} war zuletzt vor {silent} Sekunden zu hören: Vielleicht ist er weg.</translation>
    </message>
    <message>
        <source>{job} is due by its schedule.</source>
        <translation>{job} ist nach seinem Zeitplan fällig.</translation>
    </message>
    <message>
        <source>{job} is due by {option} {value}: last at {last}, next at {following}.</source>
        <translation>{job} ist nach {option} {value} fällig: zuletzt um {last}, als Nächstes um {following}.</translation>
    </message>
    <message>
        <source>{job} is expected to run{when}.</source>
        <translation>{job} läuft voraussichtlich{when}.</translation>
    </message>
    <message>
        <source>{job} is for PostgreSQL only; on SQLite Job_MaintainGIM does its work.</source>
        <translation>{job} ist nur für PostgreSQL; auf SQLite tut Job_MaintainGIM seine Arbeit.</translation>
    </message>
    <message>
        <source>{job} is not launched beside {job2}.</source>
        <translation>{job} wird nicht neben {job2} gestartet.</translation>
    </message>
    <message>
        <source>{job} met an error that it does not know: {name}: {error}</source>
        <translation>{job} stieß auf einen unbekannten Fehler: {name}: {error}</translation>
    </message>
    <message>
        <source>{job} ran{since}.</source>
        <translation>{job} lief{since}.</translation>
    </message>
    <message>
        <source>{job} re-aggregation</source>
        <translation>{job}: Neuaggregation</translation>
    </message>
    <message>
        <source>{job} runs by its schedule only. To run it by hand set [manager] allow-run-all-jobs to true.</source>
        <translation>{job} läuft nur nach seinem Zeitplan. Um ihn von Hand zu starten, setzen Sie [manager] allow-run-all-jobs auf true.</translation>
    </message>
    <message>
        <source>{job} runs on PostgreSQL only, and this Info Mart is on SQLite.</source>
        <translation>{job} läuft nur auf PostgreSQL, und dieses Info Mart ist auf SQLite.</translation>
    </message>
    <message>
        <source>{job} runs on PostgreSQL only, and this is SQLite.</source>
        <translation>{job} läuft nur auf PostgreSQL, und dies ist SQLite.</translation>
    </message>
    <message>
        <source>{job} runs only where a person asks for it, and nobody did.</source>
        <translation>{job} läuft nur auf Anforderung, und niemand hat ihn angefordert.</translation>
    </message>
    <message>
        <source>{job} runs since {since}, and is expected to end at {until}.</source>
        <translation>{job} läuft seit {since} und endet voraussichtlich um {until}.</translation>
    </message>
    <message>
        <source>{job} runs since {since}.</source>
        <translation>{job} läuft seit {since}.</translation>
    </message>
    <message>
        <source>{job} was missed at {tick} and is made up.</source>
        <translation>{job} fiel um {tick} aus und wird nachgeholt.</translation>
    </message>
    <message>
        <source>{job} {id} already waits, so this launch is dropped.</source>
        <translation>{job} {id} wartet schon, deshalb entfällt dieser Start.</translation>
    </message>
    <message>
        <source>{job} {id} ended; goes on with the next one.</source>
        <translation>{job} {id} ist beendet; weiter mit dem nächsten.</translation>
    </message>
    <message>
        <source>{job} {id} has run since {start_time}: longer than its P95 of {usual} seconds.</source>
        <translation>{job} {id} läuft seit {start_time}: länger als sein P95 von {usual} Sekunden.</translation>
    </message>
    <message>
        <source>{job} {id} has to run alone; aggregation starts again afterwards.</source>
        <translation>{job} {id} muss allein laufen; die Aggregation startet danach wieder.</translation>
    </message>
    <message>
        <source>{job} {id} is already running, and it runs until it is stopped.</source>
        <translation>{job} {id} läuft schon, und läuft, bis er gestoppt wird.</translation>
    </message>
    <message>
        <source>{job} {id} is already waiting to start.</source>
        <translation>{job} {id} wartet schon auf den Start.</translation>
    </message>
    <message>
        <source>{job} {id} is due.</source>
        <translation>{job} {id} ist fällig.</translation>
    </message>
    <message>
        <source>{job} {id} is {status}: {error}</source>
        <translation>{job} {id} ist {status}: {error}</translation>
    </message>
    <message>
        <source>{job} {id} ran since {since};</source>
        <translation>{job} {id} lief seit {since};</translation>
    </message>
    <message>
        <source>{job} {id} still runs, so this launch is dropped.</source>
        <translation>{job} {id} läuft noch, deshalb entfällt dieser Start.</translation>
    </message>
    <message>
        <source>{job} {id} was at work without a living server: it is {status}. {error}</source>
        <translation>{job} {id} war ohne lebenden Server am Werk: Sein Status ist {status}. {error}</translation>
    </message>
    <message>
        <source>{job} {id} will run since {since};</source>
        <translation>{job} {id} wird seit {since} laufen;</translation>
    </message>
    <message>
        <source>{job} {lasting} switched off</source>
        <translation>{job} {lasting} ausgeschaltet</translation>
    </message>
    <message>
        <source>{job} {run_id} is expected to end.</source>
        <translation>{job} {run_id} endet voraussichtlich.</translation>
    </message>
    <message>
        <source>{job} {run_id} is expected to run{when}.</source>
        <translation>{job} {run_id} läuft voraussichtlich{when}.</translation>
    </message>
    <message>
        <source>{job} {run_id} ran{since}.</source>
        <translation>{job} {run_id} lief{since}.</translation>
    </message>
    <message>
        <source>{job} {run_id} runs since {since}, and is expected to end at {until}.</source>
        <translation>{job} {run_id} läuft seit {since} und endet voraussichtlich um {until}.</translation>
    </message>
    <message>
        <source>{job} {run_id} runs since {since}.</source>
        <translation>{job} {run_id} läuft seit {since}.</translation>
    </message>
    <message>
        <source>{job} {status}, {rows} rows</source>
        <translation>{job} {status}, {rows} Zeilen</translation>
    </message>
    <message>
        <source>{left_out} more lines were left out here.</source>
        <translation>{left_out} weitere Zeilen wurden hier ausgelassen.</translation>
    </message>
    <message>
        <source>{line} is neither [section] nor name = value.</source>
        <translation>{line} ist weder [section] noch name = value.</translation>
    </message>
    <message>
        <source>{local} on {local2}</source>
        <translation>{local} am {local2}</translation>
    </message>
    <message>
        <source>{maintain} {run_id} of the hold of {owner} has ended: launches are no longer suspended.</source>
        <translation>{maintain} {run_id} des Anhaltens durch {owner} ist beendet: Starts sind nicht mehr ausgesetzt.</translation>
    </message>
    <message>
        <source>{manager} to {manager2}</source>
        <translation>{manager} auf {manager2}</translation>
    </message>
    <message>
        <source>{manager} {why}. It holds the job list, the options and the audit trail of this Info Mart; put the right file back, or create a new Info Mart with: gim-manager init</source>
        <translation>{manager} {why}. Sie enthält die Job-Liste, die Optionen und den Audit-Trail dieses Info Marts; legen Sie die richtige Datei zurück oder erstellen Sie ein neues Info Mart mit: gim-manager init</translation>
    </message>
    <message>
        <source>{mine} has not ended yet.</source>
        <translation>{mine} ist noch nicht beendet.</translation>
    </message>
    <message>
        <source>{minutes} minute</source>
        <translation>{minutes} Minute</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} Minuten</translation>
    </message>
    <message>
        <source>{missing} are not built by this version: there is nothing to rebuild. It builds {known}.</source>
        <translation>{missing} werden von dieser Version nicht gebildet: Es gibt nichts neu zu bilden. Sie bildet {known}.</translation>
    </message>
    <message>
        <source>{missing} is not built by this version: there is nothing to rebuild. It builds {known}.</source>
        <translation>{missing} wird von dieser Version nicht gebildet: Es gibt nichts neu zu bilden. Sie bildet {known}.</translation>
    </message>
    <message>
        <source>{moment}; the final cycle {be} due at {at}.</source>
        <translation>{moment}; der letzte Zyklus {be} um {at} fällig.</translation>
    </message>
    <message>
        <source>{moment}; the next cycle {be} due at {at}.</source>
        <translation>{moment}; der nächste Zyklus {be} um {at} fällig.</translation>
    </message>
    <message>
        <source>{named} failed: {error}</source>
        <translation>{named} ist fehlgeschlagen: {error}</translation>
    </message>
    <message>
        <source>{named} was lost: {error}</source>
        <translation>{named} ging verloren: {error}</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
    <message>
        <source>{name} cannot make the roles {missing}: that needs CREATEROLE. {instead}</source>
        <translation>{name} kann die Rollen {missing} nicht anlegen: Das braucht CREATEROLE. {instead}</translation>
    </message>
    <message>
        <source>{name} did not end within {seconds} seconds and was ended.</source>
        <translation>{name} endete nicht innerhalb von {seconds} Sekunden und wurde beendet.</translation>
    </message>
    <message>
        <source>{name} ended at {ended_at}</source>
        <translation>{name} endete um {ended_at}</translation>
    </message>
    <message>
        <source>{name} ended with {code}{said}.</source>
        <translation>{name} endete mit {code}{said}.</translation>
    </message>
    <message>
        <source>{name} had not ended</source>
        <translation>{name} war nicht beendet</translation>
    </message>
    <message>
        <source>{name} holds {object}, which {encoding} cannot write. Choose another [gim-export] output-files-encoding, such as utf8.</source>
        <translation>{name} enthält {object}, das {encoding} nicht schreiben kann. Wählen Sie ein anderes [gim-export] output-files-encoding, etwa utf8.</translation>
    </message>
    <message>
        <source>{name} is not on this computer; it comes with PostgreSQL&apos;s client programs, of the server&apos;s version or a later one. Install them, or run where they are: {instead}</source>
        <translation>{name} ist nicht auf diesem Computer; es kommt mit den Client-Programmen von PostgreSQL, in der Version des Servers oder einer späteren. Installieren Sie sie, oder führen Sie dort aus, wo sie sind: {instead}</translation>
    </message>
    <message>
        <source>{name} is put back</source>
        <translation>{name} ist wiederhergestellt</translation>
    </message>
    <message>
        <source>{name} is rebuilt: {rows} rows.</source>
        <translation>{name} ist neu gebildet: {rows} Zeilen.</translation>
    </message>
    <message>
        <source>{name} of {day} was built again since: its rows are no longer those that run {number} left.</source>
        <translation>{name} vom {day} wurde seither neu gebildet: Die Zeilen sind nicht mehr die, die Lauf {number} hinterließ.</translation>
    </message>
    <message>
        <source>{name} stands in no section: write [section] above it.</source>
        <translation>{name} steht in keiner Sektion: Schreiben Sie [section] darüber.</translation>
    </message>
    <message>
        <source>{name} was deleted: it is older than {days} days.</source>
        <translation>{name} wurde gelöscht: Er ist älter als {days} Tage.</translation>
    </message>
    <message>
        <source>{name} was never aggregated.</source>
        <translation>{name} wurde nie aggregiert.</translation>
    </message>
    <message>
        <source>{name} was read up to number {mark}, but now it counts only to {current}: this is not the database that it was. If that is right, remove the data source and add the database under another name.</source>
        <translation>{name} wurde bis Nummer {mark} gelesen, zählt jetzt aber nur bis {current}: Das ist nicht die Datenbank, die es war. Wenn das richtig ist, entfernen Sie die Datenquelle und fügen Sie die Datenbank unter einem anderen Namen hinzu.</translation>
    </message>
    <message>
        <source>{name} was {done} {count} times. {reason}</source>
        <translation>{name} wurde {count}-mal {done}. {reason}</translation>
    </message>
    <message>
        <source>{name} was {done}. {reason}</source>
        <translation>{name} wurde {done}. {reason}</translation>
    </message>
    <message>
        <source>{name} will be {done} {count} times. {reason}</source>
        <translation>{name} wird {count}-mal {done}. {reason}</translation>
    </message>
    <message>
        <source>{name} will be {done}. {reason}</source>
        <translation>{name} wird {done}. {reason}</translation>
    </message>
    <message>
        <source>{name} will have ended at {ended_at}</source>
        <translation>{name} wird um {ended_at} beendet sein</translation>
    </message>
    <message>
        <source>{name} will not have ended</source>
        <translation>{name} wird nicht beendet sein</translation>
    </message>
    <message>
        <source>{name} {configuration} is less than days-to-keep-gim-facts {facts}: facts would outlive the objects that they refer to. Set it to at least {facts2}, or unset it.</source>
        <translation>{name} {configuration} ist kleiner als days-to-keep-gim-facts {facts}: Fakten würden die Objekte überleben, auf die sie verweisen. Setzen Sie es auf mindestens {facts2} oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>{name} {value} names no engine that this program has: set it to {engines}, or unset it.</source>
        <translation>{name} {value} nennt keine Maschine, die dieses Programm hat: Setzen Sie es auf {engines} oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>{name}, down to {day}</source>
        <translation>{name}, bis hinunter zum {day}</translation>
    </message>
    <message>
        <source>{name}: the days whose facts were purged keep the aggregates they have.</source>
        <translation>{name}: Die Tage, deren Fakten gelöscht wurden, behalten ihre Aggregate.</translation>
    </message>
    <message>
        <source>{none}. Alive are {part}.</source>
        <translation>{none}. Da sind {part}.</translation>
    </message>
    <message>
        <source>{one} is there already. Name another file.</source>
        <translation>{one} gibt es schon. Nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{owner} holds the schedule already, since {since} and until {until}. There is one hold at a time; end it with: gim-manager hold --end</source>
        <translation>{owner} hält den Zeitplan schon an, seit {since} und bis {until}. Es gibt nur ein Anhalten zur selben Zeit; beenden Sie es mit: gim-manager hold --end</translation>
    </message>
    <message>
        <source>{owner} runs jobs one by one already, since {since}. End that with: gim-manager one-by-one end</source>
        <translation>{owner} führt schon Jobs einzeln aus, seit {since}. Beenden Sie das mit: gim-manager one-by-one end</translation>
    </message>
    <message>
        <source>{part}. The run is seen to by the next one; when all is well again, start a server with: gim-manager serve</source>
        <translation>{part}. Der Lauf wird vom nächsten übernommen; wenn alles wieder gut ist, starten Sie einen Server mit: gim-manager serve</translation>
    </message>
    <message>
        <source>{part}. The run stays Scheduled until one is there; when all is well again, start a server with: gim-manager serve</source>
        <translation>{part}. Der Lauf bleibt geplant, bis einer da ist; wenn alles wieder gut ist, starten Sie einen Server mit: gim-manager serve</translation>
    </message>
    <message>
        <source>{place} is there already. Name another file.</source>
        <translation>{place} gibt es schon. Nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{program} cannot be started: {strerror}.</source>
        <translation>{program} lässt sich nicht starten: {strerror}.</translation>
    </message>
    <message>
        <source>{program} may be changed by others than its owner: chmod go-w {program2}</source>
        <translation>{program} können andere als der Besitzer ändern: chmod go-w {program2}</translation>
    </message>
    <message>
        <source>{reason} ({count} times)</source>
        <translation>{reason} ({count}-mal)</translation>
    </message>
    <message>
        <source>{reason} It waits until {at} at the latest.</source>
        <translation>{reason} Das Warten endet spätestens um {at}.</translation>
    </message>
    <message>
        <source>{reason} {part} was started by {requested_by} and runs until it is stopped.</source>
        <translation>{reason} {part} wurde von {requested_by} gestartet und läuft, bis er gestoppt wird.</translation>
    </message>
    <message>
        <source>{requested_by} asked for {job}.</source>
        <translation>{requested_by} hat {job} angefordert.</translation>
    </message>
    <message>
        <source>{rows} rows</source>
        <translation>{rows} Zeilen</translation>
    </message>
    <message>
        <source>{rows} rows of {table} contradicted itself and was left out: it {reason}.</source>
        <translation>{rows} Zeilen von {table} widersprachen sich und wurden ausgelassen: Sie {reason}.</translation>
    </message>
    <message>
        <source>{rows} rows of {table} contradicted themselves and were left out: each {reason}.</source>
        <translation>{rows} Zeilen von {table} widersprachen sich und wurden ausgelassen: Jede {reason}.</translation>
    </message>
    <message>
        <source>{rows} rows put back</source>
        <translation>{rows} Zeilen wiederhergestellt</translation>
    </message>
    <message>
        <source>{row} is final.</source>
        <translation>{row} ist endgültig.</translation>
    </message>
    <message>
        <source>{sentence} [error-policy] error-policy-irf-exception = exception lets the job fail.</source>
        <translation>{sentence} [error-policy] error-policy-irf-exception = exception lässt den Job fehlschlagen.</translation>
    </message>
    <message>
        <source>{shown_url} is no IDB: it has no table G_PROV_CONTROL.</source>
        <translation>{shown_url} ist keine IDB: Sie hat keine Tabelle G_PROV_CONTROL.</translation>
    </message>
    <message>
        <source>{span} rebuilt</source>
        <translation>{span} neu gebildet</translation>
    </message>
    <message>
        <source>{start} 00:00 to {end} 00:00</source>
        <translation>{start} 00:00 bis {end} 00:00</translation>
    </message>
    <message>
        <source>{status} by {stopped_by}{run}</source>
        <translation>{status} von {stopped_by}{run}</translation>
    </message>
    <message>
        <source>{stays}; the rest was rolled back, and the next run goes on from there.</source>
        <translation>{stays}; der Rest wurde zurückgerollt, und der nächste Lauf macht dort weiter.</translation>
    </message>
    <message>
        <source>{stopped_by} asked it to stop{run}</source>
        <translation>{stopped_by} hat ihn gestoppt{run}</translation>
    </message>
    <message>
        <source>{switch} is false.</source>
        <translation>{switch} ist false.</translation>
    </message>
    <message>
        <source>{table} has {rows} row in its default partition, for want of one of their time. None is lost; {maintain} moves them.</source>
        <translation>{table} hat {rows} Zeile in der Standardpartition, weil es keine für ihre Zeit gibt. Keine ist verloren; {maintain} verschiebt sie.</translation>
    </message>
    <message>
        <source>{table} has {rows} rows in its default partition, for want of one of their time. None is lost; {maintain} moves them.</source>
        <translation>{table} hat {rows} Zeilen in der Standardpartition, weil es keine für ihre Zeit gibt. Keine ist verloren; {maintain} verschiebt sie.</translation>
    </message>
    <message>
        <source>{taken} The channel is switched off: set [alarms] {channel} to true.</source>
        <translation>{taken} Der Kanal ist ausgeschaltet: Setzen Sie [alarms] {channel} auf true.</translation>
    </message>
    <message>
        <source>{text} has {fields}, but a schedule has two: MINUTE HOUR, such as `30 2`.</source>
        <translation>{text} hat {fields}, aber ein Zeitplan hat zwei: MINUTE HOUR, etwa `30 2`.</translation>
    </message>
    <message>
        <source>{text} is not a date. Write YYYY-MM-DD, such as 2027-03-28.</source>
        <translation>{text} ist kein Datum. Schreiben Sie YYYY-MM-DD, etwa 2027-03-28.</translation>
    </message>
    <message>
        <source>{text} is not a day. Write YYYY-MM-DD.</source>
        <translation>{text} ist kein Tag. Schreiben Sie YYYY-MM-DD.</translation>
    </message>
    <message>
        <source>{text} is not a time of day. Write HH:mm, such as 06:30.</source>
        <translation>{text} ist keine Tageszeit. Schreiben Sie HH:mm, etwa 06:30.</translation>
    </message>
    <message>
        <source>{text} is not a time. Write ISO 8601, such as 2026-11-23T06:30.</source>
        <translation>{text} ist keine Zeit. Schreiben Sie ISO 8601, etwa 2026-11-23T06:30.</translation>
    </message>
    <message>
        <source>{text} lies too far away: the year is one from {years} to {years2}.</source>
        <translation>{text} liegt zu weit weg: Das Jahr ist eines von {years} bis {years2}.</translation>
    </message>
    <message>
        <source>{text}: {member} is not right for the {name}: {wrong}.</source>
        <translation>{text}: {member} ist nicht richtig für {name}: {wrong}.</translation>
    </message>
    <message>
        <source>{text}it holds back {job}.</source>
        <translation>{text}er hält {job} zurück.</translation>
    </message>
    <message>
        <source>{there} is a file, not a folder</source>
        <translation>{there} ist eine Datei, kein Ordner</translation>
    </message>
    <message>
        <source>{unread} of {results} sources could not be read</source>
        <translation>{unread} von {results} Quellen ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>{until} on {until2}</source>
        <translation>{until} am {until2}</translation>
    </message>
    <message>
        <source>{url} is an Info Mart already. A demo needs a database of its own: name another by --db.</source>
        <translation>{url} ist schon ein Info Mart. Eine Demo braucht eine eigene Datenbank: Nennen Sie eine andere mit --db.</translation>
    </message>
    <message>
        <source>{url} is not empty. A backup of PostgreSQL is restored into an empty database only: make one with createdb, and name it in --db.</source>
        <translation>{url} ist nicht leer. Eine Sicherung von PostgreSQL wird nur in eine leere Datenbank zurückgespielt: Legen Sie eine mit createdb an und nennen Sie sie in --db.</translation>
    </message>
    <message>
        <source>{url} is not empty. It is replaced only with --over; all that it holds is lost.</source>
        <translation>{url} ist nicht leer. Ersetzt wird sie nur mit --over; alles darin geht verloren.</translation>
    </message>
    <message>
        <source>{user} has the {found} role</source>
        <translation>{user} hat die Rolle {found}</translation>
    </message>
    <message>
        <source>{voided} launches of times more than a day ahead count as not made: a clock had been ahead.</source>
        <translation>{voided} Starts mehr als einen Tag in der Zukunft gelten als nicht gemacht: Eine Uhr ging vor.</translation>
    </message>
    <message>
        <source>{waiting} message about alarms could not be delivered by {channel} and will be tried again: {error}</source>
        <translation>{waiting} Nachricht über Alarme ließ sich mit {channel} nicht zustellen und wird erneut versucht: {error}</translation>
    </message>
    <message>
        <source>{waiting} messages about alarms could not be delivered by {channel} and will be tried again: {error}</source>
        <translation>{waiting} Nachrichten über Alarme ließen sich mit {channel} nicht zustellen und werden erneut versucht: {error}</translation>
    </message>
    <message>
        <source>{waiting} {noun}, chunk {number} of {chunks}</source>
        <translation>{waiting} {noun}, Abschnitt {number} von {chunks}</translation>
    </message>
    <message>
        <source>{what} cannot be reached: {why}</source>
        <translation>{what} ist nicht erreichbar: {why}</translation>
    </message>
    <message>
        <source>{what} cannot be read: {error}.</source>
        <translation>{what} ist nicht lesbar: {error}.</translation>
    </message>
    <message>
        <source>{what} is one of {known}</source>
        <translation>{what}: eines von {known}</translation>
    </message>
    <message>
        <source>{what} is open to {them}: chmod {closed_to}= {file}</source>
        <translation>{what} ist offen für {them}: chmod {closed_to}= {file}</translation>
    </message>
    <message>
        <source>{what}: {option} is false{when} (set by {by}).</source>
        <translation>{what}: {option} ist false{when} (gesetzt von {by}).</translation>
    </message>
    <message>
        <source>{what}: {option} is false{when}.</source>
        <translation>{what}: {option} ist false{when}.</translation>
    </message>
    <message>
        <source>{what}: {option} was false{when} (set by {by}).</source>
        <translation>{what}: {option} war false{when} (gesetzt von {by}).</translation>
    </message>
    <message>
        <source>{what}: {option} was false{when}.</source>
        <translation>{what}: {option} war false{when}.</translation>
    </message>
    <message>
        <source>{where} is not an Info Mart of GIM Manager. Create one in an empty database with: gim-manager init</source>
        <translation>{where} ist kein Info Mart von GIM Manager. Erstellen Sie eines in einer leeren Datenbank mit: gim-manager init</translation>
    </message>
    <message>
        <source>{where} is not an Info Mart of GIM Manager. It holds {found}, not made by this program: a real Info Mart is never touched. Create one in an empty database with: gim-manager init</source>
        <translation>{where} ist kein Info Mart von GIM Manager. Es enthält {found}, nicht von diesem Programm: Ein echtes Info Mart wird nie angerührt. Erstellen Sie eines in einer leeren Datenbank mit: gim-manager init</translation>
    </message>
    <message>
        <source>{where} is reached through a pooler (PgBouncer) that gives each transaction another session; the program listens and holds locks, which need one of their own. Connect to PostgreSQL itself, or set pool_mode = session.</source>
        <translation>{where} wird über einen Pooler (PgBouncer) erreicht, der jeder Transaktion eine andere Sitzung gibt; das Programm lauscht und hält Sperren, wozu es eine eigene braucht. Verbinden Sie sich mit PostgreSQL selbst, oder setzen Sie pool_mode = session.</translation>
    </message>
    <message>
        <source>{where} only reads: it is a standby, or default_transaction_read_only is on. A server must write; start it on the primary.</source>
        <translation>{where} liest nur: Es ist ein Standby, oder default_transaction_read_only ist an. Ein Server muss schreiben; starten Sie ihn auf dem Primary.</translation>
    </message>
    <message>
        <source>{where} was recorded by version {version}, whose tables are others. Open it with that version.</source>
        <translation>{where} wurde von Version {version} aufgezeichnet, deren Tabellen andere sind. Öffnen Sie es mit jener Version.</translation>
    </message>
    <message>
        <source>{why}. Trying again in {delay} seconds ({attempt} of {retries}).</source>
        <translation>{why}. Neuer Versuch in {delay} Sekunden ({attempt} von {retries}).</translation>
    </message>
    <message>
        <source>{words} (it is {version})</source>
        <translation>{words} (es ist {version})</translation>
    </message>
    <message>
        <source>{words} cannot be started: {strerror}.</source>
        <translation>{words} lässt sich nicht starten: {strerror}.</translation>
    </message>
    <message>
        <source>{words} ended with {code}</source>
        <translation>{words} endete mit {code}</translation>
    </message>
    <message>
        <source>{written} MB written</source>
        <translation>{written} MB geschrieben</translation>
    </message>
</context>
</TS>
