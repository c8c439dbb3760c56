using System.Text;
using JobMgmt.Runtime.Objects;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>GetObject: streamed to a REST client; a member of the answer, as text, for calls in other forms.</summary>
internal sealed class GetObjectOperation(IObjectStore objects) : IServiceOperation
{
    private const int MostInAnswer = 16 << 20;

    public async Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        request.RefuseVersion();
        var (record, content) = objects.Open(request.Bucket(), request.Key());
        try
        {
            ObjectAnswer.CheckConditions(request, record);
            var range = ByteRange.Of(request, record);
            var answer = ObjectAnswer.Of(request, record, range);
            var bytes = RangeStream.Of(content, range);
            if (call.Payload is { } payload)
            {
                payload.Answer = bytes;
                return answer;
            }

            return answer.With("Body", await ReadTextAsync(bytes, range.Length, call.Aborted));
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    private static async Task<string> ReadTextAsync(Stream stream, long length, CancellationToken cancellation)
    {
        await using (stream)
        {
            if (length > MostInAnswer)
            {
                throw S3Errors.InvalidRequest("The object is too large to be a member of an answer: no state takes more than 256 KiB.");
            }

            var bytes = new byte[length];
            await stream.ReadExactlyAsync(bytes, cancellation);
            return Encoding.UTF8.GetString(bytes);
        }
    }
}
