namespace JobMgmt.Runtime.Tests.Chaos;

/// <summary>One kind of load, and what must hold of it when all is over.</summary>
internal interface IChaosWorkload
{
    /// <summary>How many clients make it at once.</summary>
    int Clients => 1;

    /// <summary>Creates what it needs, before the first kill.</summary>
    Task PrepareAsync(ChaosRun run);

    /// <summary>One client's round: some requests, through however many lives of the runtime they take. Called again and again until the kills are over.</summary>
    Task RoundAsync(ChaosRun run, Random random);

    /// <summary>Checks from outside, when nothing runs any more.</summary>
    Task CheckAsync(ChaosRun run);
}
