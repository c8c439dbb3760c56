using System.Buffers.Text;
using System.Text;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>Continuation tokens: the last key of the page before, made opaque.</summary>
internal static class ListToken
{
    public static string Write(string last) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(last));

    /// <exception cref="ServiceException">InvalidArgument: not one of ours, such as the empty one.</exception>
    public static string Read(string token)
    {
        if (token.Length == 0)
        {
            throw Incorrect(token);
        }

        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        }
        catch (FormatException)
        {
            throw Incorrect(token);
        }
    }

    private static ServiceException Incorrect(string token) => S3Errors.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token);
}
