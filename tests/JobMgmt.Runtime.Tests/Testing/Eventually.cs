using System.Diagnostics;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>Waits for what real processes bring about, with a deadline in real time: far off, since only a failure waits for it and a busy machine is none.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _deadline = TimeSpan.FromMinutes(2);

    /// <summary>Asks until the answer satisfies; fails with the last answer.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> ask, Func<T, bool> isDone)
    {
        var clock = Stopwatch.StartNew();
        for (var pause = 1; ; pause = Math.Min(2 * pause, 20))
        {
            var answer = await ask();
            if (isDone(answer))
            {
                return answer;
            }

            Assert.True(clock.Elapsed < _deadline, $"Not within {_deadline}: the last answer was {answer}");
            await Task.Delay(TimeSpan.FromMilliseconds(pause), TimeProvider.System);
        }
    }

    /// <summary>Waits until it is so.</summary>
    public static Task IsTrueAsync(Func<bool> condition) => GetAsync(() => Task.FromResult(condition()), done => done);
}
