using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace JobMgmt.Aws.Protocols;

/// <summary>
/// The pages of one call, and the items in them, fetched as they are read. A paginator may be read once and ends when the service
/// gives no token, or, for GetLogEvents, gives back the one that was sent.
/// </summary>
/// <typeparam name="TResponse">The response of one page.</typeparam>
/// <typeparam name="TItem">What the pages list.</typeparam>
internal sealed class Paginator<TResponse, TItem>(
    Func<string?, CancellationToken, Task<TResponse>> page,
    Func<TResponse, string?> nextToken,
    Func<TResponse, IEnumerable<TItem>?> items) : IPaginator<TResponse>, IPaginatedEnumerable<TItem>
{
    private int _used;

    /// <exception cref="InvalidOperationException">The paginator was read before.</exception>
    public async IAsyncEnumerable<TResponse> PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _used, 1) != 0)
        {
            throw new InvalidOperationException("This paginator was read before. Make another from the client's Paginators.");
        }

        string? token = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var response = await page(token, cancellationToken).ConfigureAwait(false);
            yield return response;
            var next = nextToken(response);
            if (string.IsNullOrEmpty(next) || next == token)
            {
                yield break;
            }

            token = next;
        }
    }

    public async IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var response in PaginateAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in items(response) ?? [])
            {
                yield return item;
            }
        }
    }
}
